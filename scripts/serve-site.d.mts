/** Starts the sample site on 127.0.0.1; port 0 takes a free one, `root` another folder. */
export function serveSite(options?: {
  readonly port?: number;
  readonly root?: string;
}): Promise<{ readonly url: string; close(): Promise<void> }>;
