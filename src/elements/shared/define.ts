/** Registers `element` as `tag` unless the page already has one: intranets load us twice. */
export function define(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element) console.warn(`<${tag}> is already defined; this copy is not used.`);
}
