/** The part of tmexchange that is compared with; the package brings no types. */
declare module 'tmexchange' {
  interface Parsed {
    readonly resources: Readonly<Record<string, object>>;
  }
  const tmexchange: { readonly tmx2js: (xml: string) => Promise<Parsed> };
  export default tmexchange;
}
