import { blockWithLanguages, withLanguages } from '../elements/shared/pack-words.ts';
import { fileName } from '../exchange/file-name.ts';
import { report } from '../model/make-report.ts';
import type { Pack, Stage } from '../model/pack.ts';
import { onPaper, type NamedBy } from '../model/paper.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import { published } from '../model/published.ts';
import type { Report, ReportChoice } from '../model/report.ts';
import type { Session } from '../session/session.ts';
import { deviceWorld } from '../session/world.ts';
import { keyFor, type Said } from './keys/signer.ts';
import type { Paper, Services } from './services.ts';

/** A signed file, ready to be handed to the person. */
export interface SignedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

/** The paper of one stage: drawn from the answers as they are, and signed. */
export class StagePaper {
  readonly #session: Session;
  readonly #stage: Stage;
  readonly #services: Services;
  readonly #documentId = deviceWorld.newId();
  /** How cover, title and the heads of the pages name whom it is about. */
  namedBy: NamedBy = 'reference';
  #drawn: { readonly paper: Paper; readonly from: readonly unknown[] } | null = null;

  constructor(session: Session, stage: Stage, services: Services) {
    this.#session = session;
    this.#stage = stage;
    this.#services = services;
  }

  /** The paper of the answers and words as they are now; drawn again only when one of them has changed. */
  async draw(): Promise<Outcome<Paper>> {
    const { assessment, pack } = this.#session;
    const { namedBy } = this;
    const from = [assessment, pack.wordsHash, namedBy];
    if (this.#drawn?.from.every((each, index) => each === from[index])) return outcome(this.#drawn.paper, []);
    const choice = this.#choice();
    const made = await this.#compared(report(pack, assessment, choice));
    const shown = paperWithLanguages(onPaper(made, pack, assessment, { namedBy }), pack);
    const drawn = await this.#services.papers.draw(shown, published(pack, assessment, choice), this.#documentId);
    if (drawn.ok) this.#drawn = { paper: drawn.value, from };
    return drawn;
  }

  /**
   * Signs the paper, keeps it beside the draft and notes the version. Besides the problems of drawing, signing and
   * keeping: `pdf-faulty` where our own check found a fault in the file.
   */
  async sign(said: Said): Promise<Outcome<SignedFile>> {
    const paper = await this.draw();
    if (!paper.ok) return paper;
    if (paper.value.faults > 0) return problem('pdf-faulty');
    const { pack, assessment } = this.#session;
    const shown = report(pack, assessment, this.#choice());
    const key = await keyFor(said, assessment.kind, this.#services.vault.real);
    if (!key.ok) return key;
    const statedTime = new Date();
    const signed = await this.#services.papers.sign(paper.value, { ...said, key: key.value }, statedTime, {
      words: shown.signing?.words ?? {},
      language: pack.locale,
    });
    if (!signed.ok) return signed;
    const { bytes, sha256 } = signed.value;
    // First beside the draft, then to the person: what the record names must exist.
    const kept = await this.#services.vault.putBlob(assessment.id, sha256, bytes);
    if (!kept.ok) return kept;
    const before = assessment.versions.at(-1)?.sha256;
    const noted = this.#session.change({
      do: 'sign-version',
      version: {
        id: this.#documentId,
        sha256,
        stages: [this.#stage.id],
        packs: [{ id: pack.id, version: pack.version, structureHash: pack.structureHash, wordsHash: pack.wordsHash }],
        statedTime: statedTime.toISOString(),
        signatories: [{ name: said.name, role: said.role }],
        fingerprint: key.value.fingerprint,
        ...(before === undefined ? {} : { before }),
      },
    });
    if (!noted.ok) return noted;
    return outcome({ bytes, name: fileName(`stage-${String(this.#stage.order)}-signed`, statedTime, 'pdf') }, []);
  }

  /** With what was changed since the version before, where there is one. */
  async #compared(made: Report): Promise<Report> {
    const { assessment, pack } = this.#session;
    const before = assessment.versions.at(-1);
    if (!before) return made;
    const { changedSince, withSince } = await import('./signed/since.ts');
    const since = await changedSince(this.#services.vault, pack, assessment, before);
    return withSince(made, pack, assessment, before, since);
  }

  #choice(): ReportChoice {
    const { locale } = this.#session.pack;
    return { locale, output: 'full', stages: [this.#stage.id], on: deviceWorld.today() };
  }
}

/** A report with its languages, its cover too. */
function paperWithLanguages(shown: Report, pack: Pack): Report {
  const { paper, ...rest } = withLanguages(shown, pack);
  return paper
    ? { ...rest, paper: { ...paper, cover: paper.cover.map((block) => blockWithLanguages(block, pack)) } }
    : rest;
}
