import { headerText } from './letter';
import { MailDelayed, MailRefused } from './mailer';

/** The parts of an SMTP client's error that tell what happened. */
export interface SmtpFailure extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

// Answers to these speak of the mail; a refusal before them speaks of the connection or our sign-in, which can be mended.
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA)$/;
const LONGEST_RESPONSE = 400;

/** One printable line of what a server said. */
export function responseLine(text: string): string {
  return headerText(text).slice(0, LONGEST_RESPONSE);
}

/**
 * Judges a failed attempt. A 5xx answer to sender, recipient or text is final. Everything else is worth another attempt,
 * and is ambiguous when the text had begun to leave and no answer with a number came.
 */
export function judgeFailure(
  error: SmtpFailure,
  { hasLeft }: { hasLeft: boolean },
): MailRefused | MailDelayed {
  const response = responseLine(error.response ?? error.message);
  const answer = answerOf(error);
  if (answer === null) return new MailDelayed(codeOf(error), response, { ambiguous: hasLeft });
  const isAboutTheMail = hasLeft || ABOUT_THE_MAIL.test(error.command ?? '');
  if (answer.startsWith('5') && isAboutTheMail) return new MailRefused(answer, response);
  return new MailDelayed(answer, response, { ambiguous: false });
}

function answerOf({ responseCode = 0 }: SmtpFailure): string | null {
  return responseCode >= 400 && responseCode <= 599 ? String(responseCode) : null;
}

function codeOf({ originalCode, code, name }: SmtpFailure): string {
  return originalCode ?? code ?? name;
}
