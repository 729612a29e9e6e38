import type { Source, StageId } from '../model/pack.ts';
import type { RichText } from '../model/rich-text.ts';

/** A gate, a judgement of risk, or another step on the way from care to home. */
export const milestoneKinds = ['decision', 'classification', 'step'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** Read in the source itself, in a text about it, or neither. */
export const certainties = ['read', 'second-hand', 'unsure'] as const;
export type Certainty = (typeof certainties)[number];

export interface Milestone {
  readonly id: string;
  readonly kind: MilestoneKind;
  /** Whether it stands before its stage or at the end of it. */
  readonly at: 'start' | 'end';
  readonly name: string;
  readonly means: string;
}

/** One thing the law asks. */
export interface LegalPoint {
  readonly id: string;
  readonly words: string;
  readonly sources: readonly Source[];
  readonly certainty: Certainty;
}

/** The parts a stage is told in, in their order. */
export const stageParts = ['purpose', 'who', 'inputs', 'activities', 'tools', 'decision', 'outputs'] as const;
export type StagePart = (typeof stageParts)[number];

/** What a stage is for and what happens in it; its names are the pack's, since a council may have others. */
export interface StageStory {
  readonly id: StageId;
  readonly parts: Readonly<Record<StagePart, RichText>>;
  readonly milestones: readonly Milestone[];
  readonly law: readonly LegalPoint[];
  /** The longer pieces of guidance that go with it. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
}

/** The stages told as a way of working. */
export interface Framework {
  readonly title: string;
  readonly lead: string;
  /** Where the titles come from, and that they are nobody else's. */
  readonly titles: RichText;
  /** What the titles rest on. */
  readonly sources: readonly Source[];
  readonly stages: readonly StageStory[];
}
