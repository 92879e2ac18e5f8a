import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { datesIn } from '../../src/text/index.js';

const isos = (text: string, lang: 'zh' | 'en') => datesIn(text, lang).map((date) => date.iso);

describe('datesIn', () => {
  test.each([
    ['发布时间:2024年03月18日', ['2024-03-18']],
    ['1月27日,市委外办主任', ['--01-27']],
    ['二〇二四年十二月三十一日', ['2024-12-31']],
    ['２０２４年３月', ['2024-03']],
    ['2024-03-18 10:20', ['2024-03-18']],
    ['2024/3/8和2024.03.09', ['2024-03-08', '2024-03-09']],
    ['1月33日', []],
    ['2023年2月29日', []],
    ['3月', []],
    ['版本1.2024.03.09.5', []],
  ])('%s', (text, expected) => {
    expect(isos(text, 'zh')).toEqual(expected);
  });

  test.each([
    ['On March 18, 2024, the city', ['2024-03-18']],
    ['On January 27, Director General', ['--01-27']],
    ['18 March 2024', ['2024-03-18']],
    ['the 18th of March', ['--03-18']],
    ['Sept. 3rd, 1945', ['1945-09-03']],
    ['in March 2024', ['2024-03']],
    ['12-Mar-2024', ['2024-03-12']],
    ['It may 3 times', []],
    ['in March', []],
    ['February 30', []],
  ])('%s', (text, expected) => {
    expect(isos(text, 'en')).toEqual(expected);
  });

  test('a day written in either language has the same date', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number);
        const name = date.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
        expect(isos(`于${String(year)}年${String(month)}月${String(day)}日举行`, 'zh')).toEqual([
          iso,
        ]);
        expect(isos(`held on ${name} ${String(day)}, ${String(year)}.`, 'en')).toEqual([iso]);
        expect(isos(`held on ${String(day)} ${name} ${String(year)}.`, 'en')).toEqual([iso]);
      }),
    );
  });
});
