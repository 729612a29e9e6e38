/** By itself, so that fetching it does not bring every other hash along. */
export { argon2id } from 'hash-wasm';
