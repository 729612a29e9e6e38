import { zipSync } from 'fflate';

/** A zip of `files` (path and bytes) below `folder`: the same files make the same bytes, whenever and wherever. */
export function zipOf(folder, files) {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([path, bytes]) => [`${folder}/${path}`, bytes])), {
    level: 9,
    // The earliest day a zip can say, in this computer's own time: the file says it without a zone.
    mtime: new Date(1980, 0, 1),
    os: 3,
  });
}
