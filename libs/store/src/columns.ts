import { Column, PrimaryColumn } from 'typeorm';

/** What may vary in a column kind: only whether it may be empty. */
interface ColumnChoice {
  nullable?: boolean;
}

const kind =
  (type: 'text' | 'integer' | 'boolean' | 'simple-json') =>
  (choice: ColumnChoice = {}): PropertyDecorator =>
    Column({ type, nullable: choice.nullable ?? false });

/** A row's own id: a UUID, or the trade's own key such as `TJK` or `DUSHANBE`. */
export const PrimaryId = (): PropertyDecorator => PrimaryColumn({ type: 'text' });

/** Another row's id. */
export const IdColumn = kind('text');

/** Any text, of any length. */
export const TextColumn = kind('text');

/** A calendar date as `YYYY-MM-DD`. */
export const DateColumn = kind('text');

/** An instant as ISO text in UTC with milliseconds. */
export const InstantColumn = kind('text');

/** A whole number within 32 bits. */
export const WholeNumberColumn = kind('integer');

/** True or false. */
export const FlagColumn = kind('boolean');

/** A small JSON value, stored as text: the same on both databases, and never searched by. */
export const JsonColumn = kind('simple-json');

/** A whole number that is itself the key, for rows that are numbered without gaps. */
export const PrimaryNumber = (): PropertyDecorator => PrimaryColumn({ type: 'integer' });
