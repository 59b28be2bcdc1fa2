import { Column, type ColumnOptions } from 'typeorm';

/** MySQL returns BIGINT as a string; every moment is a number of ms (`Instant` of the domain). */
const asNumber = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? null : Number(value)),
};

export const At = (options: ColumnOptions = {}) => Column({ type: 'bigint', transformer: asNumber, ...options });
export const AtOrNull = () => At({ nullable: true });
export const Key = (length = 64) => Column({ type: 'varchar', length });
export const KeyOrNull = (length = 64) => Column({ type: 'varchar', length, nullable: true });
/** Text that people type: MySQL's TEXT, 64 KB. */
export const Typed = () => Column({ type: 'text' });
export const Count = (initial?: number) =>
  Column({ type: 'integer', ...(initial === undefined ? {} : { default: initial }) });
export const CountOrNull = () => Column({ type: 'integer', nullable: true });
export const Flag = () => Column({ type: 'boolean' });
export const JsonColumn = (options: ColumnOptions = {}) => Column({ type: 'json', ...options });
