export const chromiumArguments: string[];
export function onPath(names: readonly string[]): string | undefined;
export function findChromium(): string | undefined;
export function findHeadlessShell(): string | undefined;
export function findFirefox(): string | undefined;
export function findWebKit(): { driver: string; browser: string; xvfb: string | undefined } | undefined;
export function aptInstall(packages: readonly string[]): boolean;
