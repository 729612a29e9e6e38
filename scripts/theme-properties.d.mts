export const themeProperties: readonly {
  readonly name: `--${string}`;
  readonly description: string;
  readonly default: string;
}[];
