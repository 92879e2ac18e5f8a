import { DuizhaoError } from '../kit/index.js';

/** A stretch of each day in which nothing is fetched, in the site's own time. */
export interface QuietHours {
  /** Minutes after midnight; `from` > `to` runs over midnight. */
  readonly from: number;
  readonly to: number;
  /** Minutes east of UTC; China is 480. */
  readonly offset: number;
}

const CHINA_OFFSET = 480;

/**
 * Reads `08:00-20:00` or `08:00-20:00+09:00`; without an offset it is Chinese time.
 *
 * @throws DuizhaoError `crawl.bad-hours`
 */
export function parseQuietHours(text: string): QuietHours {
  const found =
    /^([01]?\d|2[0-4]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-4]):([0-5]\d)(?:\s*([+-])(\d\d):?(\d\d))?$/.exec(
      text.trim(),
    );
  if (found === null) {
    throw new DuizhaoError({
      code: 'crawl.bad-hours',
      exit: 'badConfig',
      message: `not a stretch of hours: "${text}"`,
      hint: 'write it like 08:00-20:00, in Chinese time, or 08:00-20:00+00:00',
    });
  }
  const [, fromHour, fromMinute, toHour, toMinute, sign, hours, minutes] = found;
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return {
    from: Number(fromHour) * 60 + Number(fromMinute),
    to: Number(toHour) * 60 + Number(toMinute),
    offset: sign === undefined ? CHINA_OFFSET : sign === '-' ? -offset : offset,
  };
}

/** `08:30-18:00+08:00` */
export function describeQuietHours({ from, to, offset }: QuietHours): string {
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${clock(from)}-${clock(to)}${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`;
}

/** When the quiet that holds at `now` ends, in milliseconds since 1970; `undefined` if none holds. */
export function quietUntil(hours: QuietHours, now: number): number | undefined {
  const minute = 60_000;
  const local = now + hours.offset * minute;
  const ofDay = Math.floor(local / minute) % 1_440;
  const { from, to } = hours;
  const isQuiet = from <= to ? ofDay >= from && ofDay < to : ofDay >= from || ofDay < to;
  if (!isQuiet) return undefined;
  const midnight = local - (local % (1_440 * minute));
  const end = midnight + to * minute;
  return (end > local ? end : end + 1_440 * minute) - hours.offset * minute;
}
