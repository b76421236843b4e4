import type { Same } from '../same';
import type { verification as chinese } from '../zh/verification';

export const verification: Same<typeof chinese> = {
  verify: {
    title: 'Verify a contract document',
    lead: 'Was this contract PDF sealed by this platform, and has it been changed since? No sign-in, no personal data, and nothing that you upload is kept.',
    byFile: 'Verify a PDF',
    drop: 'Drop the contract PDF here, or choose it',
    limits: 'The PDF itself as it was downloaded, at most 10 MB. Photos and scans cannot be verified.',
    choose: 'Choose a PDF',
    busy: 'Verifying…',
    byCode: 'Look up a code',
    code: 'Verification code',
    codeHelp: 'At the foot of each page. The QR code at the top right of a page opens its result directly.',
    look: 'Look up',
    codeWrong: 'A code has 32 letters and digits (A–Z and 2–7).',
    unknownCode: 'This platform has no contract document with this code',
    unknownCodeWhy:
      'Check the code. If the paper claims to come from this platform, do not rely on it and ask customer service.',
    again: 'Verify another document',
    verdict: {
      intact: 'Sealed by this platform and unchanged',
      'signed-at-service': 'The original signed at an e-signature service, as registered',
      appended: 'Something was appended after the seal',
      altered: 'Changed after it was sealed',
      foreign: 'The seal is not of this platform',
      unregistered: 'Bears a seal of this platform but is not in its register',
      unsealed: 'Not sealed by a platform',
      broken: 'The seal is damaged and cannot be verified',
      known: 'This platform has this contract document',
    },
    why: {
      intact: 'Its digest is the one that was registered when it was sealed.',
      'signed-at-service':
        'It is byte for byte the file that the e-signature service gave and that was registered when it was signed. Its signatures are verified by that service, not by the platform.',
      appended:
        'There are bytes behind the original; some PDF readers still call the signature valid. Rely on the copy downloaded from the platform.',
      altered: 'The signature does not match the content. Rely on the copy downloaded from the platform.',
      foreign: 'It was signed with another certificate and has nothing to do with this platform.',
      unregistered: 'Do not rely on it, and ask customer service.',
      unsealed:
        'It may be a copy that was printed, saved anew or converted, or have nothing to do with this platform. Send the PDF as it was downloaded.',
      broken: 'It may have been damaged on its way, or changed. Download it again.',
      known:
        'A code only says that there is such a contract. Whether the file in your hands was changed shows when you upload the PDF, or compare the text digest below.',
    },
    status: {
      'in-force': 'In force',
      'not-yet': 'Not in force yet',
      unsigned: 'Not signed yet',
      revoked: 'Ended',
      expired: 'Expired',
    },
    fact: {
      number: 'Contract number',
      kind: 'Kind of contract',
      institution: 'Institution',
      status: 'State of the contract',
      term: 'Term',
      sealedAt: 'Sealed',
      notSealed: 'Not sealed yet',
      stamped: 'Time stamp',
      pages: 'Pages',
      certificate: 'Certificate of the seal',
      textDigest: 'Text digest SHA-256',
      fileDigest: 'File digest SHA-256',
      yourDigest: 'Your file SHA-256',
    },
    unlimited: 'without end',
    generated: 'made by the platform itself',
    configured: 'configured by the platform',
    proves: 'What the seal proves',
    provesIntegrity: 'Integrity only: not one byte of the file has changed since it was sealed.',
    provesNot:
      'No identity: the certificate was made or configured by the platform. It is nobody’s signature and no company seal. Who signed, when and how stands on the signature page of the contract.',
    privacy: 'Results hold no names, identity numbers, enterprises or amounts.',
  },
  document: {
    title: 'Contract document',
    download: 'Download the PDF',
    downloadAsk:
      'The file holds a name and an identity number in clear: somebody else decides, and you then take it once on the page of the request.',
    downloadLead:
      'The file holds a name and an identity number in clear; keep it safe. This download goes into the audit log.',
    downloadUnsealed: 'The document is not sealed yet. Asking for it has it sealed next; download it a moment later.',
    downloaded: 'The file was downloaded.',
    sealedAt: 'Sealed at',
    pages: 'Pages',
    level: 'Level of the seal',
    levelB: 'PAdES B-B, the platform’s time',
    levelT: 'PAdES B-T, time stamped',
    digest: 'File digest SHA-256',
    fault: 'Why',
    faultUnprintable: 'No font has the characters %{characters}; have the system administrator install one',
    faultNoTimeStamp: 'The time stamp authority does not answer',
    faultSealFailed: 'Sealing failed and is tried again by itself; tell the system administrator if it stays',
    faultTextDiffers: 'The text is not the one that was signed; ask the system administrator',
    integrity: 'The platform’s seal proves that the file is unchanged; it proves nobody’s identity.',
    original: {
      service:
        'The original is the file signed at the e-signature service (see the proof of the signature); this PDF is the platform’s sealed copy for the record.',
      paper: 'The original is the signed paper; this PDF is the platform’s sealed copy for the record.',
      sealed: 'The original is this PDF, sealed by the platform.',
    },
    verify: 'Verification page',
    view: 'Not sealed',
  },
};
