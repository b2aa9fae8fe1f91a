const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Data as HTML's text or attribute value. Noncharacters, which would read as position marks, are dropped: load refuses them anyway. */
export const escapeHtml = (value: string): string => value.replace(/[&<>"'\uFDD0-\uFDEF]/g, (c) => ESCAPES[c] ?? '');
