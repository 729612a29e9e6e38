declare module 'des.js' {
  interface Cipher {
    update(data: Uint8Array): number[];
    final(): number[];
  }
  interface Kind {
    create(options: {
      readonly type: 'decrypt';
      readonly key: Uint8Array;
      readonly iv: Uint8Array;
      readonly padding: false;
    }): Cipher;
  }
  const des: { readonly EDE: object; readonly CBC: { instantiate(base: object): Kind } };
  export default des;
}
