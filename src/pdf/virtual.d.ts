declare module 'virtual:font/*' {
  /** A TrueType font as a PDF holds it, deflated; in base 64. */
  const packed: string;
  export default packed;
}
