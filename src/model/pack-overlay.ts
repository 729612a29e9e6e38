import type { PlainDate } from './answer.ts';
import type { QuestionId, RouteId } from './pack.ts';
import type { RichText } from './rich-text.ts';

/** Whom to ring or write to here. */
export interface LocalContact {
  readonly id: string;
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly link?: string;
  /** When somebody answers. */
  readonly hours?: string;
  readonly outOfHours: boolean;
  /** Also on what a family is given. */
  readonly families: boolean;
}

/** What a council put on top of a pack: whose it is, and what every reader must be able to know of it. */
export interface PackOverlay {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Who answers for it, such as a post. */
  readonly owner: string;
  /** The day by which somebody looks at it again. */
  readonly reviewBy: PlainDate;
  /** Lower-case hex SHA-256 of everything in it. */
  readonly hash: string;
  /** The structure that drafts rest on without it. */
  readonly on: string;
  /** Questions of the pack that are not asked here, with what they ask: said on every output. */
  readonly without: readonly { readonly id: QuestionId; readonly label: string }[];
  /** The council's own questions. */
  readonly added: readonly QuestionId[];
  readonly contacts: readonly LocalContact[];
  /** What it says of stages and factors, by their ids. What it says of a question stands in that question's guidance. */
  readonly notes: Readonly<Record<string, RichText>>;
  /** The route offered first. */
  readonly route?: RouteId;
  /** Its sign, a PNG picture as a data address, with its size in dots. */
  readonly logo?: { readonly png: string; readonly width: number; readonly height: number };
}
