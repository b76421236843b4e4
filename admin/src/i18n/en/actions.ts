import { configurationActions } from './configurations';

import type { Same } from '../same';
import type { actions as zh } from '../zh/actions';
import { ratingActions } from './ratings';
import { riskCaseActions } from './risk-cases';
import { materialActions } from './materials';
import { riskListActions } from './risk-lists';

export const actions: Same<typeof zh> = {
  action: {
    ...configurationActions,
    ...ratingActions,
    ...riskCaseActions,
    ...materialActions,
    ...riskListActions,
    ownReview: 'You submitted this: somebody else reviews it.',
    dataRequest: {
      start: { label: 'Start', lead: 'You work on this request; the person sees that it is in work.' },
      extend: {
        label: 'Extend',
        lead: 'The time runs until the thirtieth day after it was received, once; the person is told the reason.',
      },
      answer: {
        label: 'Answer',
        lead: 'Ends the request; the person sees the answer. Correct the data first; deletion comes after deregistration.',
      },
      refuse: {
        label: 'Refuse',
        lead: 'Needs the law that it stands on, and a second person; the person sees the basis.',
      },
    },
    legalHold: {
      end: { label: 'End the hold', lead: 'What is due then leaves with the next daily run.' },
    },
    bulkCheck: {
      cancel: {
        label: 'Cancel the bulk check',
        lead: 'The group under way is still finished; nobody else is checked, and nothing else is charged.',
        past: 'cancelled the bulk check',
      },
    },
    feePlan: {
      approve: {
        label: 'Approve',
        lead: 'From its day on fees go by this plan; the plan before it ends on the day before.',
        past: 'Plan approved',
      },
      reject: { label: 'Reject', lead: 'The plan does not come into force; say why.', past: 'Plan rejected' },
    },
    feeBill: {
      'ask-settling': {
        label: 'Ask again for the money',
        lead: 'For when the last request lapsed or was refused; another finance approver decides.',
        past: 'Asked again',
      },
      settle: {
        label: 'Take from the deposit',
        lead: 'The total is taken from what the enterprise has available; a bill below zero is paid back.',
        past: 'Bill settled',
      },
      reject: {
        label: 'Refuse',
        lead: 'The bill stays open; who asked corrects it and asks again. Say why.',
        past: 'Refused',
      },
    },
    ledgerEntry: {
      reverse: {
        label: 'Ask for the reversal',
        lead: 'Once another finance approver said yes, a new entry is booked the other way round; this one stays, and is reversed once only.',
        past: 'reversed the entry',
      },
    },
    eventDelivery: {
      repeat: {
        label: 'Deliver again',
        lead: 'The hearer gets the event again, with as many tries as at first. What it has done already is not done twice.',
        past: 'Sent again',
      },
    },
    enterprise: {
      create: { label: 'Create', lead: '', past: 'Created' },
      submit: {
        label: 'Submit',
        lead: 'The platform’s operator reviews it; meanwhile it cannot be changed.',
        past: 'Submitted',
      },
      approve: {
        label: 'Approve',
        lead: 'The papers are true and the business scope fits the permitted scenarios. The enterprise then signs.',
        past: 'Approved',
      },
      reject: {
        label: 'Send back',
        lead: 'The enterprise corrects it by your reason and submits again.',
        past: 'Sent back',
      },
      visit: { label: 'Site visit', lead: 'Checks the place of business by the checklist.', past: 'Site visit' },
      review: {
        label: 'Re-check',
        lead: 'Judges the enterprise by the admission criteria in force. It moves no state; what does not hold becomes a case of risk.',
        past: 'Re-checked',
      },
      sign: {
        label: 'Sign the agreement',
        lead: 'Once signed, the enterprise may publish tasks and upload payout sheets.',
        past: 'Agreement signed',
      },
      suspend: {
        label: 'Suspend',
        lead: 'No tasks and no confirmations while suspended; what was released is still paid.',
        past: 'Suspended',
      },
      resume: { label: 'Resume', lead: 'Tasks and payments go on.', past: 'Resumed' },
      offboard: {
        label: 'Offboard',
        lead: 'This is final and the evidence is kept; who comes back applies anew.',
        past: 'Offboarded',
      },
      change: { label: 'Change', lead: '', past: 'Changed' },
    },
    worker: {
      suspend: { label: 'Suspend', lead: 'He can neither take tasks nor be paid while suspended.' },
      resume: { label: 'Resume', lead: 'He may take tasks and be paid again.' },
      deregister: {
        label: 'Deregister',
        lead: 'He is paid no more and his record is locked: kept for its legal terms and then erased. Staff see his number and its end under “Workers who left”.',
      },
      return: { label: 'Take back', lead: 'His identity is verified anew before he may take tasks and be paid.' },
    },
    task: {
      submit: { label: 'Submit', lead: 'The platform reviews it; meanwhile it cannot be changed.' },
      publish: {
        label: 'Approve and publish',
        lead: 'The task belongs to a permitted scenario and shows no employment. Workers may then undertake it.',
      },
      return: { label: 'Send back', lead: 'The enterprise corrects it by your reason and submits again.' },
      close: { label: 'Close', lead: 'No new engagements; what was engaged can still be accepted and paid.' },
      cancel: { label: 'Cancel the task', lead: 'This cannot be undone.' },
    },
    schedule: {
      run: {
        label: 'Run now',
        lead: 'The same work as by the clock, in your name; where it runs already, you are shown that run.',
      },
    },
    backup: {
      run: {
        label: 'Back up now',
        lead: 'Online, business goes on; afterwards old backups leave by the retention rule.',
      },
      restore: {
        label: 'Ask for a restore',
        lead: 'The security administrator decides, with a second factor; you then take the grant on the page of the request, once, and the command takes it within 24 hours.',
      },
      verify: {
        label: 'Read back',
        lead: 'Reads this whole backup and checks every part, and the log that it needs, against their checksums.',
      },
    },
    drill: {
      run: {
        label: 'Drill now',
        lead: 'Restores the newest backup into a scratch server, proves ledger, taxes and audit log there, and removes it.',
      },
    },
    bypass: {
      acknowledge: { label: 'Acknowledge', lead: 'Say who changed it and why. The record itself stays as it is.' },
    },
    finding: {
      acknowledge: { label: 'Acknowledge', lead: 'Says that you have seen it and take it in hand.' },
      resolve: {
        label: 'Resolve',
        lead: 'Say what it was and what was done. If the next audit still finds it, it comes back.',
      },
    },
    job: {
      repeat: { label: 'Run again', lead: 'Runs it once more from where it stopped; what is done is not done twice.' },
    },
    taxPeriod: {
      close: { label: 'Close', lead: 'The figures of the month then stand; records not paid yet must be gone first.' },
      reopen: { label: 'Reopen', lead: 'The figures follow the records again; it must be closed anew before filing.' },
      file: {
        label: 'Note as filed',
        lead: 'Notes that the return was filed with the tax office. Later changes are corrections.',
      },
      pay: { label: 'Note as paid', lead: 'Notes that the tax was paid.' },
    },
    signatureRequest: {
      repeat: {
        label: 'Try again',
        lead: 'Asks the service first whether it was opened after all, and opens it only where it was not.',
      },
    },
    contract: {
      sign: {
        label: 'Sign',
        lead: 'Read the full text and sign it if you agree. Time, address and a digest of the text are recorded.',
      },
      revoke: {
        label: 'End',
        lead: 'What is unsigned is taken back; what is signed ends now, payments made are untouched.',
      },
    },
    signIn: {
      block: { label: 'Block', lead: 'Signs the person out at once and lets nobody in; the history stays.' },
      unblock: {
        label: 'Unblock',
        lead: 'Once approved the person may sign in again with the password as it was, and is told.',
      },
      'reset-password': {
        label: 'Reset password',
        lead: 'Once approved the password is gone and all sessions end. You and who approved each hand half of a set-up code to the holder, who sets a new one by both.',
      },
      'confirm-holder': {
        label: 'Confirm the holder',
        lead: 'A holder who declared himself counts once his papers were looked at and the institution’s manager confirmed it; before that the account asks for no approval and decides none.',
      },
      'restore-administrator': {
        label: 'Ask to restore',
        lead: 'For a lost password or second factor: once the institution’s manager approves it, you and who approved each hand half of a set-up code to the holder, who sets both anew.',
      },
      'reset-second-factor': {
        label: 'Reset second factor',
        lead: 'For when telephone and recovery codes are lost: once approved all sessions end, it is set up anew at the next sign-in, and the holder is told.',
      },
    },
    delegation: {
      end: { label: 'End', lead: 'It ends at once; nobody decides for you any more.' },
    },
    elevation: {
      end: { label: 'End', lead: 'It ends at once and opens nothing any more.' },
      review: { label: 'Review', lead: 'Say what you found when you went through its looks.' },
    },
    session: {
      end: { label: 'End', lead: 'Its holder signs in again; what was done stays done.' },
    },
    engagement: {
      engage: {
        label: 'Take on',
        lead: 'This person may begin; it takes a place and the agreed pay of the budget, and they are told.',
      },
      decline: { label: 'Decline', lead: 'This ends the application; the reason is shown to the applicant.' },
      withdraw: {
        label: 'Withdraw',
        lead: 'The enterprise no longer sees this application; you may apply again while a place is left.',
      },
      deliver: { label: 'Deliver', lead: 'Marks the work as delivered; the enterprise accepts it next.' },
      accept: { label: 'Accept', lead: 'A completion certificate is made and the work may be paid.' },
      cancel: { label: 'Cancel', lead: 'The work cannot be paid any more.' },
    },
  },
};
