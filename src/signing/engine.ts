import { CryptoEngine } from 'pkijs';

/**
 * The platform's Web Crypto for pkijs, handed over in every call.
 *
 * pkijs also keeps one for the whole page, which another copy of it in the same page can replace.
 */
export const engine = new CryptoEngine({ name: 'homeward', crypto: globalThis.crypto });
