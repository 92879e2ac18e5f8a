import { readFile } from 'node:fs/promises';
import { readFailure } from '../kit/index.js';
import { readSrx, type SrxDocument } from '../split/index.js';
import { decodeBytes } from '../text/index.js';

/**
 * Segmentation rules from a file in SRX 2.0, of any charset.
 *
 * @throws DuizhaoError `file.missing`, `split.srx-invalid`, `split.srx-unsupported`
 */
export async function readSrxFile(file: string): Promise<SrxDocument> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw readFailure(error, file);
  });
  return readSrx(decodeBytes(bytes).text, file);
}
