declare module 'virtual:homeward-sheet' {
  /** The design sheet as text, made at build time by `vite-plugin-sheet.ts`. */
  const text: string;
  export default text;
}
