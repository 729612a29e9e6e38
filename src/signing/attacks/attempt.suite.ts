/** An attack in the making: its group, what somebody does to the countersigned file, and the file they get. */
export type Attempt = readonly [group: string, what: string, bytes: Uint8Array | Promise<Uint8Array>];
