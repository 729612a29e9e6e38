/** A picture in an overlay: what it takes to draw it. */
export interface PngPicture {
  /** As `data:image/png;base64,…`. */
  readonly png: string;
  readonly width: number;
  readonly height: number;
}

/** A small file can say that it is a huge picture, which would take all there is to draw. */
const mostDots = 2000;

/** The picture that `logo` is; null where it is no PNG, or larger than any sign has to be. */
export function pngPicture(logo: string): PngPicture | null {
  const [, text = ''] = /^data:image\/png;base64,(iVBORw0KGgo[A-Za-z0-9+/]*={0,2})$/.exec(logo) ?? [];
  // The signature of eight bytes, then the first chunk: length, name, width, height.
  const head = text.length % 4 === 0 ? atob(text.slice(0, 32)) : '';
  const number = (from: number): number => [0, 1, 2, 3].reduce((sum, at) => sum * 256 + head.charCodeAt(from + at), 0);
  const [width, height] = [number(16), number(20)];
  const isSound = head.length === 24 && head.slice(12, 16) === 'IHDR' && [width, height].every(isDrawable);
  return isSound ? { png: logo, width, height } : null;
}

const isDrawable = (dots: number): boolean => dots > 0 && dots <= mostDots;
