export interface StaticServer {
  readonly port: number;
  close(): Promise<void>;
}
export function serve(choice: {
  mounts: Readonly<Record<string, string>>;
  pages?: ReadonlyMap<string, string | Uint8Array>;
  headersFor: (path: string) => Readonly<Record<string, string>>;
  port?: number;
}): Promise<StaticServer>;
