import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../src/model/index.js';
import { readBytes, readPaths, type ReadItem } from '../../../src/read/index.js';
import { emptyFolder } from '../../support/folder.js';

/** The document of a file with this name and content; in a Buffer, as corpora hand it over. */
export async function documentFrom(name: string, bytes: Uint8Array | string): Promise<Document> {
  const content = Buffer.from(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  const origin = { kind: 'path', location: name, sha256: '0'.repeat(64) } as const;
  const item = await readBytes(origin, content);
  if (item.kind === 'page') throw new Error(`${name} is a page`);
  return item.document;
}

export function texts({ blocks }: Document): readonly string[] {
  return blocks.map(({ text }) => text);
}

/** Texts set aside for a reason. */
export function aside({ setAside }: Document, wanted: string): readonly string[] {
  return setAside.filter(({ reason }) => reason === wanted).map(({ text }) => text);
}

/** Sections with their texts. */
export function sectionTexts({ blocks, sections }: Document): readonly (readonly string[])[] {
  return sections.map(({ zh, en }) => [...zh, ...en].map((i) => blocks[i]?.text ?? ''));
}

export interface Answer {
  readonly items: readonly ReadItem[];
  /** `reason location` of what was passed over. */
  readonly rejects: readonly string[];
}

export async function readAll(paths: readonly string[]): Promise<Answer> {
  const items: ReadItem[] = [];
  const rejects: string[] = [];
  const run = {
    signal: new AbortController().signal,
    onReject: ({ reason, id }: { readonly reason: string; readonly id: string }) =>
      void rejects.push(`${reason} ${id}`),
  };
  for await (const item of readPaths(paths, run)) items.push(item);
  return { items, rejects };
}

export function locationsOf({ items }: Answer): readonly string[] {
  return items.map((item) =>
    item.kind === 'page' ? item.page.origin.location : item.document.key,
  );
}

export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
