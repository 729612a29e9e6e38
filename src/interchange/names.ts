import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A UUID made of what it names (RFC 9562, version 8): the same each time, and under nobody's domain. */
export function uuidOf(...name: readonly string[]): string {
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify(['homeward', ...name])))).slice(0, 32);
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
  const digits = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const urn = (...name: readonly string[]): string => `urn:uuid:${uuidOf(...name)}`;

/** What stands in a resource beyond FHIR itself; `SPEC.md` lists them with their addresses. */
export const extensions = {
  /** Of a response: the round it belongs to. */
  round: urn('extension', 'round'),
  /** Of a set of questions: SHA-256 of the structure it was made from. */
  structure: urn('extension', 'structure-hash'),
} as const;

/** Why there is no value: `not-known`, `declined`, `not-applicable`, `unread`. */
export const stateSystem = urn('codes', 'answer-state');
/** Who a response is about, `<assessment>/<person>`. */
export const personSystem = urn('identifiers', 'person');
/** One response of one assessment, `<assessment>/<person or family>/<round>`. */
export const responseSystem = urn('identifiers', 'response');
/** An assessment by its id. */
export const assessmentSystem = urn('identifiers', 'assessment');

/** The canonical address of the questions asked of `whom`. */
export const questionnaireUrl = (pack: string, whom: string): string => urn('questionnaire', pack, whom);

/** The code system of the choices of one question, or of one column of it. */
export const choiceSystem = (pack: string, question: string, part: string): string =>
  urn('codes', pack, question, part);
