export function pagePolicy(): string;
export function siteHeaders(path: string): Record<string, string>;
