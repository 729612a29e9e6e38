import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './browser.ts';

/** Whether this computer lets us make disks of files: Linux, root, loop devices. */
export async function canMakeDisks(): Promise<boolean> {
  try {
    const disk = await Disk.make(16);
    await disk.remove();
    return true;
  } catch {
    return false;
  }
}

/** A small ext4 disk in a file, mounted at `folder`. */
export class Disk {
  readonly image: string;
  readonly folder: string;
  readonly #place: string;

  private constructor(place: string, image: string) {
    this.#place = place;
    this.image = image;
    this.folder = join(place, 'mounted');
  }

  static async make(megabytes: number): Promise<Disk> {
    const place = await mkdtemp(join(tmpdir(), 'homeward-disk-'));
    const disk = new Disk(place, join(place, 'image'));
    await run('truncate', '-s', `${megabytes}M`, disk.image);
    await run('mkfs.ext4', '-q', '-F', '-m', '0', disk.image);
    await disk.mount();
    return disk;
  }

  /** The disk as it would be found if its power went now: what was not yet handed to it is not there. */
  async asAfterPowerCut(): Promise<Disk> {
    const place = await mkdtemp(join(tmpdir(), 'homeward-disk-'));
    const copy = new Disk(place, join(place, 'image'));
    await run('cp', '--sparse=always', this.image, copy.image);
    return copy;
  }

  /** Mounts it, which replays the file system's own journal first. */
  async mount(): Promise<void> {
    await run('mkdir', '-p', this.folder);
    await run('mount', '-o', 'loop', this.image, this.folder);
  }

  async remove(): Promise<void> {
    await run('umount', this.folder).catch(() => run('umount', '-l', this.folder));
    await rm(this.#place, { recursive: true, force: true });
  }
}
