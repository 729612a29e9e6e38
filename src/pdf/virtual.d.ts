declare module 'virtual:font/*' {
  /** A TrueType font, deflated and in base 64. */
  const packed: string;
  export default packed;
}
