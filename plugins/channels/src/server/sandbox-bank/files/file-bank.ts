import type { FileReceipt, SandboxMisbehaviour } from '../../../domain';
import { giveFiles, type GivenDay } from './give-files';
import { takeFile, type FileBankTools } from './take-file';

/** The sandbox bank at its counter for files. */
export interface SandboxFileBank {
  /** Takes a pain.001 or a sheet of the profile. @throws ChannelFault where it does not add up */
  take(bytes: Buffer, at: Date): Promise<FileReceipt>;
  /** Everything that it has to say since last time, as files. */
  give(at: Date, misbehave?: readonly SandboxMisbehaviour[]): Promise<GivenDay>;
}

/** The sandbox bank as a counterparty of files: the same books, the same rules, in the files of a profile. */
export function sandboxFileBank(tools: FileBankTools): SandboxFileBank {
  return {
    take: (bytes, at) => takeFile(tools, bytes, at),
    give: (at, misbehave) => giveFiles(tools, at, misbehave),
  };
}
