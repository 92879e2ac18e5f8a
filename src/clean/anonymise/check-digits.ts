const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_DIGITS = '10X98765432';

/**
 * Whether 18 characters are a number of a Chinese resident's identity card: date of birth and
 * check digit fit (GB 11643-1999, ISO 7064 MOD 11-2).
 */
export function isIdCard(text: string): boolean {
  if (!/^[1-8]\d{16}[\dXx]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(
    Number,
  );
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1880 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return ID_DIGITS[sum % 11] === text[17]?.toUpperCase();
}

/**
 * Whether 13 to 19 digits are the number of a payment card: issuer digit and check digit fit
 * (ISO/IEC 7812-1, Luhn's formula).
 */
export function isCardNumber(digits: string): boolean {
  if (!/^[2-69]\d{12,18}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether 15 digits are a number of the first generation: a date of birth, no check digit. */
export function isOldIdCard(text: string): boolean {
  if (!/^[1-8]\d{14}$/.test(text)) return false;
  const [month, day] = [Number(text.slice(8, 10)), Number(text.slice(10, 12))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Whether `A1234563` is the number of a Hong Kong identity card, by its check digit (mod 11). */
export function isHongKongId(text: string): boolean {
  if (!/^[A-Z]{1,2}\d{6}[\dA]$/.test(text)) return false;
  const values = [...text.padStart(9, ' ')].map((character, at) =>
    character === ' ' ? 36 : at === 8 && character === 'A' ? 10 : parseInt(character, 36),
  );
  return values.reduce((sum, value, at) => sum + value * (9 - at), 0) % 11 === 0;
}

const TAIWAN_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** Whether `A123456789` is the number of a Taiwan identity card, by its check digit (mod 10). */
export function isTaiwanId(text: string): boolean {
  if (!/^[A-Z][1289]\d{8}$/.test(text)) return false;
  const area = TAIWAN_LETTERS.indexOf(text.charAt(0)) + 10;
  const digits = [Math.floor(area / 10), area % 10, ...[...text.slice(1)].map(Number)];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return digits.reduce((sum, digit, at) => sum + digit * (weights[at] as number), 0) % 10 === 0;
}
