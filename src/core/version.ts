declare const __KIT_VERSION__: string | undefined;

/** Version of kit; the bundle puts it in. */
export const VERSION: string = typeof __KIT_VERSION__ === 'string' ? __KIT_VERSION__ : '0.0.0-source';
