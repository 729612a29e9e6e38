import { expect, test, vi } from 'vitest';
import { ShownPage } from './shown.ts';

const { begun } = vi.hoisted(() => ({ begun: [] as string[] }));

vi.mock('./pages/report-look.ts', async () => {
  begun.push('look');
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { wearReportLook: () => begun.push('worn') };
});
vi.mock('./pages/define-check.ts', () => {
  begun.push('page');
  return {};
});

const app = {} as Element;

test('the first pages wait for no look of what was written', async () => {
  await new ShownPage().prepare({ page: 'start' }, null, app);
  expect(begun).toEqual([]);
});

test('a page and its look are fetched at the same time', async () => {
  await new ShownPage().prepare({ page: 'check', id: 'one', stage: 'assess' }, null, app);
  expect(begun).toEqual(['look', 'page', 'worn']);
});
