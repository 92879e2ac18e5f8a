import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { parseConfig } from '../../src/kit/config.js';
import { DuizhaoError, settingsText } from '../../src/kit/index.js';

const schema = z.strictObject({
  contact: z.string().optional(),
  crawl: z.strictObject({ delayMs: z.number().min(0) }).optional(),
});

function failureOf(text: string): DuizhaoError['failure'] {
  try {
    parseConfig(text, schema, 'duizhao.yaml');
  } catch (error) {
    if (error instanceof DuizhaoError) return error.failure;
    throw error;
  }
  throw new Error('no failure');
}

describe('parseConfig', () => {
  test('gives what the schema gives; an empty file is an empty object', () => {
    expect(parseConfig('contact: a@b.example\ncrawl:\n  delayMs: 5\n', schema, 'x')).toEqual({
      contact: 'a@b.example',
      crawl: { delayMs: 5 },
    });
    expect(parseConfig('# nothing\n', schema, 'x')).toEqual({});
  });

  test('an unknown key is an error that names it and its line', () => {
    const failure = failureOf('contact: a\ncrawl:\n  delayMs: 1\n  dealy: 5\n');
    expect(failure).toMatchObject({ code: 'config.invalid', exit: 'badConfig', at: { line: 4 } });
    expect(failure.message).toContain('"crawl.dealy"');
  });

  test('a wrong value is an error that names key and line', () => {
    const failure = failureOf('crawl:\n  delayMs: fast\n');
    expect(failure).toMatchObject({ code: 'config.invalid', at: { line: 2 } });
    expect(failure.message).toContain('"crawl.delayMs"');
  });

  test('a misspelt key is told before the key that is missed for it', () => {
    const rules = z.strictObject({ rules: z.array(z.strictObject({ name: z.string() })) });
    const reading = (text: string) => () => parseConfig(text, rules, 'x');
    expect(reading('rules:\n  - nme: a\n')).toThrow('x: line 2: unknown key "rules.0.nme"');
    expect(reading('rules:\n  - {}\n')).toThrow('x: line 2: "rules.0.name": this key is missing');
  });

  test('a value that is none of those allowed is named beside them', () => {
    const state = z.strictObject({ state: z.enum(['new', 'old']) });
    expect(() => parseConfig('state: odd\n', state, 'x')).toThrow(
      'x: line 1: "state": "odd" is none of new, old',
    );
    expect(() => parseConfig('{}\n', state, 'x')).toThrow(
      '"state": this key is missing; it is one of new, old',
    );
  });

  test.each([
    ['list: one', '"list": a list is needed'],
    ['keys: [one]', '"keys": keys with values are needed'],
    ['text: true', '"text": a text is needed'],
    ['count: "1"', '"count": a number is needed, without'],
    ['flag: "true"', '"flag": true or false is needed'],
  ])('%s: a value of another kind is told what it has to be', (text, message) => {
    const kinds = z.strictObject({
      list: z.array(z.string()).optional(),
      keys: z.strictObject({}).optional(),
      text: z.string().optional(),
      count: z.number().optional(),
      flag: z.boolean().optional(),
    });
    expect(() => parseConfig(text, kinds, 'x')).toThrow(`x: line 1: ${message}`);
  });

  test('broken YAML is an error with a line', () => {
    expect(failureOf('a: [1\nb: 2\n')).toMatchObject({
      code: 'config.not-yaml',
      exit: 'badConfig',
    });
  });

  test('a bomb of aliases is refused', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n`;
    expect(failureOf(bomb)).toMatchObject({ code: 'config.not-yaml' });
  });
});

describe('settingsText', () => {
  test.each([
    ['UTF-8', Buffer.from('title: 茶\n')],
    ['UTF-8 with a mark', Buffer.from('\ufefftitle: 茶\n')],
    ['UTF-16 of Notepad', Buffer.from('\ufefftitle: 茶\n', 'utf16le')],
  ])('reads %s', (_name, bytes) => {
    expect(settingsText(bytes, 'x')).toBe('title: 茶\n');
  });

  test('refuses what an older Notepad calls ANSI, instead of other letters', () => {
    const gb18030 = Buffer.from([0x74, 0x3a, 0x20, 0xb2, 0xe8, 0x0a]); // t: 茶
    expect(() => settingsText(gb18030, 'x')).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'config.not-utf8', exit: 'badConfig' }),
      }),
    );
  });
});

test('a file too large for settings is refused before it is parsed', () => {
  const text = 'a: 1\n'.repeat(500_000);
  expect(failureOf(text)).toMatchObject({ code: 'config.too-large' });
});
