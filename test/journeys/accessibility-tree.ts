import type { CDPSession, Page } from 'playwright-core';

interface AxValue {
  readonly value?: unknown;
}
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
  readonly childIds?: readonly string[];
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly value?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
}

/** What is only there to hold other things, or to draw them: nobody hears of it. */
const silent = new Set([
  'none',
  'generic',
  'Details',
  'InlineTextBox',
  'LineBreak',
  'ListMarker',
  'MenuListPopup',
  'emphasis',
  'paragraph',
  'strong',
]);

/** Words that name a control and are heard with it. */
const naming = new Set(['LabelText', 'Legend']);

const called: Readonly<Record<string, string>> = {
  DisclosureTriangle: 'summary',
  DisclosureTriangleGrouped: 'summary',
};

const textOf = (of: AxValue | undefined): string =>
  typeof of?.value === 'string' ? of.value.replace(/\s+/g, ' ').trim() : '';

/**
 * What a screen reader meets within the element that `expression` finds, from the browser's own accessibility tree:
 * one line each, two spaces deeper inside, as `role "name" (description) = "value" state`. A menu lists its choices.
 */
export async function accessibilityLines(page: Page, expression: string): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  try {
    const within = await nodesWithin(devtools, expression);
    const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    // The element itself may have no node in the tree: those that begin inside it are looked for.
    const isWithin = ({ backendDOMNodeId = -1 }: AxNode): boolean => within.has(backendDOMNodeId);
    const inner = new Set(nodes.filter(isWithin).flatMap((node) => idsBelow(node, byId)));
    return nodes.filter((node) => isWithin(node) && !inner.has(node.nodeId)).flatMap((node) => linesOf(node, byId, ''));
  } finally {
    await devtools.detach();
  }
}

interface DomNode {
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[];
}

/** The ids of an element and everything in it. */
async function nodesWithin(devtools: CDPSession, expression: string): Promise<ReadonlySet<number>> {
  const { result } = await devtools.send('Runtime.evaluate', { expression });
  if (result.objectId === undefined) throw new Error(`nothing is found by ${expression}`);
  const { node } = await devtools.send('DOM.describeNode', { objectId: result.objectId, depth: -1 });
  const ids = new Set<number>();
  const add = ({ backendNodeId, children = [] }: DomNode): void => {
    ids.add(backendNodeId);
    children.forEach(add);
  };
  add(node);
  return ids;
}

const childrenOf = (node: AxNode, byId: ReadonlyMap<string, AxNode>): readonly AxNode[] =>
  (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);

const idsBelow = (node: AxNode, byId: ReadonlyMap<string, AxNode>): readonly string[] =>
  childrenOf(node, byId).flatMap((child) => [child.nodeId, ...idsBelow(child, byId)]);

const childLines = (node: AxNode, byId: ReadonlyMap<string, AxNode>, heard: string): readonly string[] =>
  childrenOf(node, byId).flatMap((child) => linesOf(child, byId, heard));

/** The lines of a node; `heard` is the name around it, which is not said twice. */
function linesOf(node: AxNode, byId: ReadonlyMap<string, AxNode>, heard: string): readonly string[] {
  const role = textOf(node.role);
  if (naming.has(role)) return childLines(node, byId, textWithin(node, byId));
  const name = textOf(node.name);
  const unnamed = role === 'group' && name === '';
  if (node.ignored || silent.has(role) || unnamed) return childLines(node, byId, heard);
  if (role === 'StaticText') return name === '' || heard.includes(name) ? [] : [`text "${name}"`];
  const line = [
    called[role] ?? role,
    name === '' ? '' : `"${name}"`,
    node.description && textOf(node.description) !== '' ? `(${textOf(node.description)})` : '',
    ...(role === 'combobox' ? [`= "${textOf(node.value)}"`, `of ${optionsIn(node, byId).join(', ')}`] : []),
    ...(role === 'textbox' && textOf(node.value) !== '' ? [`= "${textOf(node.value)}"`] : []),
    ...statesOf(node, role),
  ];
  const inside = role === 'combobox' || role === 'textbox' ? [] : childLines(node, byId, name);
  return [line.filter(Boolean).join(' '), ...inside.map((each) => `  ${each}`)];
}

function textWithin(node: AxNode, byId: ReadonlyMap<string, AxNode>): string {
  return [textOf(node.name), ...childrenOf(node, byId).map((child) => textWithin(child, byId))].join(' ');
}

function optionsIn(node: AxNode, byId: ReadonlyMap<string, AxNode>): readonly string[] {
  return childrenOf(node, byId).flatMap((child) =>
    textOf(child.role) === 'option' ? [`"${textOf(child.name)}"`] : optionsIn(child, byId),
  );
}

function statesOf({ properties = [] }: AxNode, role: string): readonly string[] {
  const value = new Map(properties.map((property) => [property.name, property.value.value]));
  const has = (name: string): boolean => value.get(name) === true || value.get(name) === 'true';
  return [
    has('checked') ? 'checked' : '',
    role === 'combobox' || value.get('expanded') === undefined ? '' : has('expanded') ? 'expanded' : 'collapsed',
    has('disabled') ? 'disabled' : '',
    has('readonly') ? 'read-only' : '',
    has('required') ? 'required' : '',
    has('invalid') ? 'invalid' : '',
    role !== 'heading' ? '' : `level ${String(value.get('level'))}`,
  ];
}
