/** Key of the guidance that one round of a question has for itself. */
export function roundKey(question: string, round: number): string {
  return `${question}@${String(round)}`;
}
