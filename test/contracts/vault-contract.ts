import type { Assessment, Edit, Person } from '../../src/model/assessment.ts';
import type { Outcome } from '../../src/model/problem.ts';
import type { Draft, Vault } from '../../src/session/ports.ts';

/** What a test runner lends to the contract, so that it runs unchanged in Node and in a browser. */
export interface ContractTools {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => Promise<void>) => void;
  /** Throws unless both are deeply equal. */
  readonly equal: (actual: unknown, expected: unknown) => void;
  /** The same storage as after loading the page again; left out where nothing outlives the page. */
  readonly reopen?: (vault: Vault) => Promise<Vault>;
  /** Runs `work` while the requests from index `from` to `to` of its writes go wrong; how many requests there were. */
  readonly broken?: (from: number, to: number, how: 'abort' | 'throw', work: () => Promise<void>) => Promise<number>;
}

/** A training draft with nothing in it. */
export function emptyDraft(id: string): Assessment {
  return {
    format: 1,
    id,
    kind: 'training',
    pack: { id: 'small', version: 1, structureHash: 'a'.repeat(64) },
    route: 'core',
    reference: 'T-1',
    startedAt: '2026-01-01T09:00:00Z',
    changedAt: '2026-01-01T09:00:00Z',
    people: [],
    answers: {},
    rounds: [],
    versions: [],
    history: [],
  };
}

/** The edit that answers `question` with `text`. */
export function answering(question: string, text: string, id = `${question}-${text}`): Edit {
  const answer = { is: 'given', value: text } as const;
  const change = { do: 'answer', at: { question, subject: null, round: 0 }, answer } as const;
  return { id, at: '2026-01-01T09:00:00Z', by: 'Sam', change };
}

/** `before` with the edits of `answering` applied. */
export function withEdits(before: Assessment, edits: readonly Edit[]): Assessment {
  const answers = { ...before.answers };
  for (const { change } of edits) {
    if (change.do === 'answer' && change.answer !== null) answers[change.at.question] = change.answer;
  }
  return { ...before, answers };
}

/** `loaded` as it would be opened: the snapshot with its edits applied, and the revision. */
export function opened(loaded: Outcome<Draft>): { assessment: Assessment; revision: number } | string {
  if (!loaded.ok) return loaded.problems[0].code;
  const { snapshot, edits, revision } = loaded.value;
  return { assessment: withEdits(snapshot, edits), revision };
}

export function codeOf(outcome: Outcome<unknown>): string | null {
  return outcome.ok ? null : outcome.problems[0].code;
}

/** What every `Vault` for training drafts does. `make` gives an empty one. Rules: src/store/SPEC.md. */
export function vaultContract(name: string, make: () => Promise<Vault>, tools: ContractTools): void {
  const { describe, it, equal, reopen, broken } = tools;
  const start = emptyDraft('draft-1');

  describe(`${name} keeps the promises of a vault`, () => {
    it('ST1 gives back what was written to it', async () => {
      const vault = await make();
      const edits = [answering('hopes', 'to be heard'), answering('fears', 'a new school')];
      const after = withEdits(start, edits);
      equal(await vault.append('draft-1', 0, edits, after), { ok: true, value: 1 });
      equal(opened(await vault.load('draft-1')), { assessment: after, revision: 1 });
    });

    it('ST2 counts writes, not edits, and lets a write hold no edit', async () => {
      const vault = await make();
      equal(await vault.append('draft-1', 0, [], start), { ok: true, value: 1 });
      const edits = [answering('hopes', 'a'), answering('hopes', 'b'), answering('hopes', 'c')];
      equal(await vault.append('draft-1', 1, edits, withEdits(start, edits)), { ok: true, value: 2 });
    });

    it('ST2 takes what a write without edits hands over as the whole draft', async () => {
      const vault = await make();
      const edits = [answering('hopes', 'a')];
      await vault.append('draft-1', 0, [], start);
      await vault.append('draft-1', 1, edits, withEdits(start, edits));
      const other = { ...start, pack: { ...start.pack, version: 2 } };
      equal(await vault.append('draft-1', 2, [], other), { ok: true, value: 3 });
      equal(opened(await vault.load('draft-1')), { assessment: other, revision: 3 });
    });

    it('ST4 refuses a writer who is behind or ahead, and changes nothing', async () => {
      const vault = await make();
      const first = withEdits(start, [answering('hopes', 'first')]);
      await vault.append('draft-1', 0, [answering('hopes', 'first')], first);
      const late = answering('hopes', 'late');
      for (const expected of [0, 2, 7]) {
        equal(codeOf(await vault.append('draft-1', expected, [late], withEdits(start, [late]))), 'conflict');
      }
      equal(opened(await vault.load('draft-1')), { assessment: first, revision: 1 });
      equal(codeOf(await vault.append('draft-2', 3, [], emptyDraft('draft-2'))), 'conflict');
      equal(codeOf(await vault.load('draft-2')), 'no-such-draft');
    });

    it('ST4 lets one of two writers through who write at once', async () => {
      const vault = await make();
      await vault.append('draft-1', 0, [], start);
      const edits = ['one', 'other'].map((text) => answering('hopes', text));
      const outcomes = await Promise.all(
        edits.map((edit) => vault.append('draft-1', 1, [edit], withEdits(start, [edit]))),
      );
      equal(outcomes.map(codeOf).sort(), ['conflict', null]);
      const winner = edits.filter((_, index) => outcomes[index]?.ok);
      equal(opened(await vault.load('draft-1')), { assessment: withEdits(start, winner), revision: 2 });
    });

    it('ST4 takes a removed draft for one that was never written', async () => {
      const vault = await make();
      await vault.append('draft-1', 0, [], start);
      equal(await vault.remove('draft-1'), { ok: true, value: null });
      equal(codeOf(await vault.load('draft-1')), 'no-such-draft');
      equal(await vault.list(), { ok: true, value: [] });
      equal(codeOf(await vault.append('draft-1', 1, [], start)), 'conflict');
      equal(await vault.append('draft-1', 0, [], start), { ok: true, value: 1 });
    });

    it('ST11 lists every draft with initials in place of names', async () => {
      const vault = await make();
      const child = (id: string, called: string, more: Partial<Person> = {}): Person => ({
        id,
        role: 'child',
        name: called,
        ...more,
      });
      const people = [
        child('c1', 'Ember Quillfeather'),
        child('c2', 'élodie-mae tarn'),
        child('c3', ''),
        child('c4', 'Left Out', { removed: true }),
        { id: 'p1', role: 'parent', name: 'Any Parent' },
      ];
      await vault.append('draft-1', 0, [], { ...start, people, changedAt: '2026-01-02T09:00:00Z' });
      await vault.append('draft-2', 0, [], { ...emptyDraft('draft-2'), reference: 'T-2' });
      const listed = await vault.list();
      equal(listed.ok && [...listed.value].sort((one, other) => one.id.localeCompare(other.id)), [
        {
          id: 'draft-1',
          kind: 'training',
          reference: 'T-1',
          children: ['EQ', 'ÉT', '?'],
          pack: { id: 'small', version: 1 },
          startedAt: '2026-01-01T09:00:00Z',
          changedAt: '2026-01-02T09:00:00Z',
          revision: 1,
        },
        {
          id: 'draft-2',
          kind: 'training',
          reference: 'T-2',
          children: [],
          pack: { id: 'small', version: 1 },
          startedAt: '2026-01-01T09:00:00Z',
          changedAt: '2026-01-01T09:00:00Z',
          revision: 1,
        },
      ]);
    });

    it('ST13 throws when handed an assessment of the other kind or under another id', async () => {
      const vault = await make();
      const thrown = async (id: string, after: Assessment): Promise<unknown> => {
        try {
          return await vault.append(id, 0, [], after);
        } catch (fault) {
          return fault instanceof Error && 'code' in fault ? fault.code : fault;
        }
      };
      equal(await thrown('draft-1', { ...start, kind: 'real' }), 'wrong-vault');
      equal(await thrown('draft-2', start), 'wrong-draft');
      equal(await vault.list(), { ok: true, value: [] });
    });
  });

  if (reopen) {
    describe(`${name} outlives the page`, () => {
      it('ST3 gives back 250 edits, opened anew at every fiftieth', async () => {
        let vault = await make();
        let assessment = start;
        for (let index = 0; index < 250; index += 1) {
          if (index % 50 === 49) vault = await reopen(vault);
          const edit = answering(`q${index % 7}`, `text ${index}`);
          assessment = withEdits(assessment, [edit]);
          equal(await vault.append('draft-1', index, [edit], assessment), { ok: true, value: index + 1 });
        }
        vault = await reopen(vault);
        equal(opened(await vault.load('draft-1')), { assessment, revision: 250 });
      });

      it('ST4 refuses a writer whose draft was removed in a second tab', async () => {
        const vault = await make();
        await vault.append('draft-1', 0, [], start);
        await (await reopen(vault)).remove('draft-1');
        equal(codeOf(await vault.append('draft-1', 1, [], start)), 'conflict');
        equal(codeOf(await vault.load('draft-1')), 'no-such-draft');
      });

      it('ST4 refuses a writer in a second tab who has not seen the last write', async () => {
        const vault = await make();
        await vault.append('draft-1', 0, [], start);
        const second = await reopen(vault);
        await second.load('draft-1');
        await second.append('draft-1', 1, [], start);
        // Were it the same draft, it would pass for its own write that came through late.
        equal(codeOf(await vault.append('draft-1', 1, [], { ...start, reference: 'other' })), 'conflict');
      });
    });
  }

  if (reopen && broken) {
    const before = withEdits(start, [answering('hopes', 'typed before')]);
    const steps = [1, 100].map((count) => {
      const edits = Array.from({ length: count }, (_, index) => answering('hopes', `typed while it failed ${index}`));
      return { what: count === 1 ? 'an edit' : 'edits with a snapshot', edits, after: withEdits(before, edits) };
    });
    const vaultBefore = async (): Promise<Vault> => {
      const vault = await make();
      equal(await vault.append('draft-1', 0, [], before), { ok: true, value: 1 });
      return vault;
    };
    /** Calls `work` with the index of each request that `act` makes where nothing fails. */
    const atEveryRequest = async (
      act: (vault: Vault) => Promise<Outcome<unknown>>,
      work: (index: number) => Promise<void>,
    ): Promise<void> => {
      const whole = await vaultBefore();
      const requests = await broken(Infinity, Infinity, 'throw', async () => {
        equal(codeOf(await act(whole)), null);
      });
      equal(requests >= 3, true);
      for (let index = 0; index < requests; index += 1) await work(index);
    };

    describe(`${name} survives storage that fails`, () => {
      for (const how of ['abort', 'throw'] as const) {
        for (const { what, edits, after } of steps) {
          it(`ST6 ST7 saves ${what} all the same where any one request fails (${how})`, async () => {
            const act = (vault: Vault): Promise<Outcome<unknown>> => vault.append('draft-1', 1, edits, after);
            await atEveryRequest(act, async (index) => {
              const vault = await vaultBefore();
              await broken(index, index, how, async () => {
                equal(await act(vault), { ok: true, value: 2 });
              });
              equal(vault.state, 'open');
              equal(opened(await (await reopen(vault)).load('draft-1')), { assessment: after, revision: 2 });
            });
          });

          it(`ST6 ST7 keeps the draft as it was and trusts storage no more where requests go on failing while saving ${what} (${how})`, async () => {
            const act = (vault: Vault): Promise<Outcome<unknown>> => vault.append('draft-1', 1, edits, after);
            await atEveryRequest(act, async (index) => {
              const vault = await vaultBefore();
              await broken(index, Infinity, how, async () => {
                equal(codeOf(await act(vault)), 'not-saved');
              });
              equal(vault.state, 'suspect');
              equal(codeOf(await act(vault)), 'not-saved');
              equal(opened(await vault.load('draft-1')), { assessment: before, revision: 1 });
              equal(opened(await (await reopen(vault)).load('draft-1')), { assessment: before, revision: 1 });
            });
          });
        }

        it(`ST6 keeps a draft whole where removing it fails (${how})`, async () => {
          const act = (vault: Vault): Promise<Outcome<unknown>> => vault.remove('draft-1');
          await atEveryRequest(act, async (index) => {
            const vault = await vaultBefore();
            await broken(index, Infinity, how, async () => {
              equal(codeOf(await act(vault)), 'not-saved');
            });
            equal(opened(await (await reopen(vault)).load('draft-1')), { assessment: before, revision: 1 });
          });
        });
      }
    });
  }
}
