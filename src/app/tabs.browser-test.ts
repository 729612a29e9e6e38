import { expect } from '@open-wc/testing';
import { newAssessment } from '../model/new-assessment.ts';
import type { Outcome } from '../model/problem.ts';
import { deviceWorld } from '../session/world.ts';
import { MemoryVault } from '../store/memory-vault.ts';
import { packIn } from './pack.ts';
import { Tabs } from './tabs.ts';
import { Work } from './work.ts';

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return outcome.value;
}

const wait = (milliseconds: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Longer than two looks at who has it. */
const long = 900;

describe('who writes an assessment', () => {
  const { request, query } = LockManager.prototype;
  let work: Work;
  let tabs: Tabs | null = null;
  /** What was asked of the app, and what the page was in between. */
  let told: string[];
  let letGo: () => void = () => undefined;

  beforeEach(async () => {
    const pack = valueOf(await packIn('en'));
    const start = {
      kind: 'training',
      purpose: 'reunification',
      route: 'full',
      reference: 'TRAINING-1',
      people: [],
    } as const;
    const vault = new MemoryVault('training', { code: 'memory-only', place: {} });
    work = valueOf(await Work.open(vault, valueOf(await Work.begin(vault, newAssessment(pack, start, deviceWorld)))));
    told = [];
    work.session.addEventListener('readonly', () => told.push(work.readonly?.why ?? 'writes'));
  });

  afterEach(async () => {
    tabs?.close();
    tabs = null;
    letGo();
    Object.assign(LockManager.prototype, { request, query });
    await work.close();
  });

  const open = (): Tabs =>
    (tabs = new Tabs(work.id, {
      work: () => work,
      reopen: (writing) => {
        if (writing) work.readonly = null;
        return Promise.resolve();
      },
    }));
  const name = (): string => `homeward/draft/${work.id}`;
  /** Another tab that has it; resolves once it does. */
  const another = (): Promise<void> =>
    new Promise((has) => {
      const held = navigator.locks.request(name(), () => {
        has();
        return new Promise<void>((resolve) => (letGo = resolve));
      });
      held.catch(() => undefined); // taken over
    });
  const isHeld = async (): Promise<boolean> =>
    ((await navigator.locks.query()).held ?? []).some((lock) => lock.name === name());

  it('is this tab where nobody else has it, also when the lock is slow to come', async () => {
    LockManager.prototype.request = function (this: LockManager, ...given: unknown[]) {
      return wait(long).then(() => Reflect.apply(request, this, given) as Promise<unknown>);
    };
    open();
    await wait(long - 100);
    expect(await isHeld()).to.equal(false);
    await wait(200);
    expect(await isHeld()).to.equal(true);
    expect(told).to.deep.equal([]);
  });

  it('is this tab where a page that was just left lets go a moment later', async () => {
    await another();
    open();
    setTimeout(letGo, 300);
    await wait(long);
    expect(await isHeld()).to.equal(true);
    expect(told).to.deep.equal([]);
  });

  it('is the tab that has it, until that lets go', async () => {
    await another();
    open();
    await wait(long);
    expect(told).to.deep.equal(['other-tab']);
    letGo();
    await wait(100);
    expect(told).to.deep.equal(['other-tab', 'writes']);
  });

  it('is guarded by revisions alone where nobody says who has it', async () => {
    LockManager.prototype.query = () => Promise.reject(new DOMException('not here', 'SecurityError'));
    await another();
    open();
    await wait(long);
    expect(told).to.deep.equal([]);
  });

  it('is nobody once the page is left, however late a lock that was taken over comes', async () => {
    await another();
    const here = open();
    here.takeOver();
    here.close();
    await wait(100);
    expect(await isHeld()).to.equal(false);
  });
});
