import { isQuantity } from './quantity.js';

/** Words right before a number that make it one to call. */
const CUE =
  /(?:电话|電話|手机|手機|手提|移动电话|热线|熱線|传真|傳真|致电|致電|拨打|撥打|联系方式|聯繫方式|座机|tel|telephone|phone|mobile|cell|fax|hotline|call|ring|whatsapp)(?:号码|號碼|号|號|number|no\.?|is|at|on|是|为|為|[\s:.(+])*$/i;
const CUE_REACH = 24;
/** A number that was found already, and what joins another one to it: 8213 4567/68, 或 … */
const AFTER_PHONE = /\[phone-\d+\] ?(?:[/、,;&]|或|和|及|与|or|and) ?$/i;

/** China: mobiles; landlines with their area code; free and shared-cost numbers. */
const MOBILE = /^1[3-9]\d{9}$/;
const SERVICE = /^[48]00\d{7}$/;
const LANDLINE = /^\(?0?[1-9]\d{1,2}\)?[ -]{0,2}\d{3,4}[ -]?\d{4}$/;
const CHINA = /^\(?(?:\+|00)?\(?86\)?[ -]{0,2}(?=[(\d])/;
/** Hong Kong and Macau, Taiwan: with their code, with or without a plus. */
const ISLANDS =
  /^\(?(?:\+|00)?(?:85[23]\)?[ -]\d{4}[ -]?\d{4}|886\)?[ -]\(?0?\d{1,2}\)?[ -]?\d{3,4}[ -]?\d{3,4})$/;
/** Taiwan at home: 02-2345-6789, 0912-345-678. */
const TAIWAN = /^(?:\(?0[2-8]\)?[ -]\d{3,4}[ -]?\d{4}|09\d{2}[ -]\d{3}[ -]?\d{3})$/;
/** Hong Kong at home: 2345 6789, if something says that it is a number to call. */
const LEAST_CALLED = 7;
const MOST = 15;
const LEAST_ABROAD = 8;
/** +44 (0)20: the zero is for calls from inside the country. */
const TRUNK = /\(0\)/;

/**
 * The digits of a phone number, without what is only for calls from elsewhere; `undefined` for
 * any other number.
 *
 * @param run - digits with spaces, hyphens and brackets, folded
 * @param before - text in front of it, folded
 * @param after - text behind it, folded
 */
export function phoneOf(run: string, before: string, after = ''): string | undefined {
  const digits = run.replace(TRUNK, '').replace(/\D/g, '');
  const home = run.replace(CHINA, '');
  const local = home.replace(/\D/g, '').replace(/^0(?=[1-9])/, '');
  const isCalled = CUE.test(before.slice(-CUE_REACH)) || AFTER_PHONE.test(before);
  if (!isCalled && isQuantity(run, before, after)) return undefined;
  if (MOBILE.test(local)) return local;
  if (SERVICE.test(local) && (isCalled || /\d[ -]\d/.test(run))) return local;
  if (home !== run && /^\d{9,12}$/.test(local)) return local;
  if (ISLANDS.test(run) || TAIWAN.test(run)) return digits.replace(/^0+/, '');
  if (LANDLINE.test(run) && (/^\(?0|^\(/.test(run) || /^\d{2,4}-\d{7,8}$/.test(run))) return local;
  const isAbroad = /^\(?(?:\+|00[1-9])/.test(run);
  if (isAbroad && digits.length >= LEAST_ABROAD && digits.length <= MOST) {
    return digits.replace(/^00/, '');
  }
  const isFree = /^1-[2-9]\d{2}-\d{3}-\d{4}$/.test(run);
  const isLocal = isCalled && digits.length >= LEAST_CALLED && digits.length <= MOST;
  return isFree || isLocal ? digits.replace(/^0+/, '') : undefined;
}

/** Digits that two spellings of a number must have in common at the end. */
const COMMON = 7;

/** Whether two numbers are one, said with and without the codes of country and city. */
export function isSamePhone(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= COMMON && long.endsWith(short);
}
