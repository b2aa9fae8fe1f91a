/** The type of a value that templates and texts may name by a path. */
export type ModelType = ScalarType | ContentType | ObjectType | ListType | UnknownType;

export interface ScalarType {
  readonly kind: 'scalar';
  readonly of: 'text' | 'number' | 'boolean' | 'date' | 'time';
}

/** A text of the campaign, ready to print. `fields` are what a list's items have besides: `by`, `text`. */
export interface ContentType {
  readonly kind: 'content';
  readonly fields: ReadonlyMap<string, Field>;
}

export interface ObjectType {
  readonly kind: 'object';
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Keys that only a campaign knows (contacts, images): what a key not among `fields` gives. */
  readonly open?: Field;
}

export interface ListType {
  readonly kind: 'list';
  readonly of: ModelType;
}

/** Nothing is known, so nothing is checked. */
export interface UnknownType {
  readonly kind: 'unknown';
}

export interface Field {
  readonly type: ModelType;
  /** Unknown facts are absent: a template has to say what it prints then. */
  readonly optional: boolean;
}

export const TEXT: ScalarType = { kind: 'scalar', of: 'text' };
export const NUMBER: ScalarType = { kind: 'scalar', of: 'number' };
export const BOOLEAN: ScalarType = { kind: 'scalar', of: 'boolean' };
export const DATE: ScalarType = { kind: 'scalar', of: 'date' };
export const TIME: ScalarType = { kind: 'scalar', of: 'time' };
export const UNKNOWN: UnknownType = { kind: 'unknown' };

export const list = (of: ModelType): ListType => ({ kind: 'list', of });

/** Fields from `{name: TEXT, 'room?': TEXT}`; a question mark says that the value may be absent. */
export function fields(shape: Readonly<Record<string, ModelType>>): ReadonlyMap<string, Field> {
  const made = new Map<string, Field>();
  for (const [key, type] of Object.entries(shape)) {
    const optional = key.endsWith('?');
    made.set(optional ? key.slice(0, -1) : key, { type, optional });
  }
  return made;
}

export function object(name: string, shape: Readonly<Record<string, ModelType>>, open?: ModelType): ObjectType {
  return { kind: 'object', name, fields: fields(shape), ...(open && { open: { type: open, optional: true } }) };
}
