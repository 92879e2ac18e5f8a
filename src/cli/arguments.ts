import { InvalidArgumentError } from 'commander';

/** Parser of an option that takes a whole number of at least 1. */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(value);
}

/** Parser of an option that takes a whole number, 0 and more. */
export function countFromZero(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(value);
}

/** Parser of an option that takes a number in [0, 1]. */
export function unitNumber(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('Give a number from 0 to 1.');
  }
  return number;
}

/** Parser of an option that takes a whole number of milliseconds, 0 and more. */
export function milliseconds(value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new InvalidArgumentError('Give a whole number of milliseconds.');
  return Number(value);
}

/** Parser of an option that takes a day, `YYYY-MM-DD`. */
export function day(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime());
  if (isDay && date.toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
}
