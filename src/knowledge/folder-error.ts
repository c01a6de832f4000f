// Thrown when a knowledge folder as a whole cannot be read; what is wrong with its files comes as problems instead.

export class FolderError extends Error {
  override readonly name = 'FolderError';

  constructor(folder: string, cause: unknown) {
    super(`The knowledge folder ${folder} cannot be read. Create it, or name another one.`, { cause });
  }
}
