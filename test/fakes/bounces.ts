// Returned mail as real servers write it. Each is given the return address it came to and the address that failed.

interface Bounced {
  /** The return address: where the bounce goes. */
  to: string
  guest: string
  /** What the receiving server said, as in `550 5.1.1 No such user`. */
  said?: string
  status?: string
  action?: string
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n')

/** Postfix 3.7, bounce(8): three parts, Final-Recipient with two blanks of its own style, the original's headers. */
export function postfixBounce({
  to,
  guest,
  said = '550 5.1.1 No such user',
  status = '5.1.1',
  action = 'failed',
}: Bounced): string {
  return crlf(`Return-Path: <>
Received: by mail.example.com (Postfix)
\tid 4F1C2A0042; Sun, 22 Nov 2026 10:00:05 +0000 (UTC)
Date: Sun, 22 Nov 2026 10:00:05 +0000 (UTC)
From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="9D2F8A0041.1795341605/mail.example.com"
Content-Transfer-Encoding: 8bit
Message-Id: <20261122100005.4F1C2A0042@mail.example.com>

This is a MIME-encapsulated message.

--9D2F8A0041.1795341605/mail.example.com
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mail.example.com.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<${guest}>: host mx.example.net[192.0.2.25] said: ${said} (in reply to RCPT TO command)

--9D2F8A0041.1795341605/mail.example.com
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com
X-Postfix-Queue-ID: 9D2F8A0041
X-Postfix-Sender: rfc822; ${to}
Arrival-Date: Sun, 22 Nov 2026 10:00:04 +0000 (UTC)

Final-Recipient: rfc822; ${guest}
Original-Recipient: rfc822;${guest}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; ${said}

--9D2F8A0041.1795341605/mail.example.com
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers
Content-Transfer-Encoding: 8bit

Return-Path: <${to}>
Subject: 123456 is your code
To: ${guest}

--9D2F8A0041.1795341605/mail.example.com--
`)
}

/** Exim 4.96: the status is 5.0.0 whatever happened; what did is in the diagnostic code. */
export function eximBounce({ to, guest, said = '550 5.1.1 <guest@example.net>: Recipient address rejected' }: Bounced): string {
  return crlf(`Return-path: <>
Received: from Debian-exim by mail.example.com with local (Exim 4.96)
\tid 1u2Abc-0000aB-1c
\tfor ${to};
\tSun, 22 Nov 2026 10:00:05 +0000
X-Failed-Recipients: ${guest}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mail.example.com>
To: ${to}
References: <0199a7a0-5c00-7000-8000-00000000000b@example.com>
Content-Type: multipart/report; report-type=delivery-status; boundary=1795341605-eximdsn-1571266012
MIME-Version: 1.0
Subject: Mail delivery failed: returning message to sender

--1795341605-eximdsn-1571266012
Content-type: text/plain; charset=us-ascii

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${guest}
    host mx.example.net [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<${guest}>:
    ${said}

--1795341605-eximdsn-1571266012
Content-type: message/delivery-status

Reporting-MTA: dns; mail.example.com

Action: failed
Final-Recipient: rfc822;${guest}
Status: 5.0.0
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; ${said}

--1795341605-eximdsn-1571266012
Content-type: message/rfc822

Return-path: <${to}>
To: ${guest}
Subject: 123456 is your code

123456 is your code.

--1795341605-eximdsn-1571266012--
`)
}

/** Exchange Online: base64 HTML for people, long folded fields, its own headers. */
export function exchangeBounce({ to, guest, said, status = '5.1.10' }: Bounced): string {
  const words = said ?? `550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${guest} not found by SMTP address lookup`
  return crlf(`Received: from mail.protection.example.org (2001:db8::1) by
 inbound.example.com with ESMTPS; Sun, 22 Nov 2026 10:00:07 +0000
From: <postmaster@tenant.example.org>
To: <${to}>
Date: Sun, 22 Nov 2026 10:00:06 +0000
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="a1b2c3d4-e5f6-4711-8899-aabbccddeeff"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-US
Message-ID: <f6a8b8d1-0d71-4b4c-9d3e-1e5f0d0a7c55@tenant.example.org>
In-Reply-To: <0199a7a0-5c00-7000-8000-00000000000b@example.com>
Subject: =?utf-8?B?VW5kZWxpdmVyYWJsZTogMTIzNDU2IGlzIHlvdXIgY29kZQ==?=
Auto-Submitted: auto-replied
MIME-Version: 1.0

--a1b2c3d4-e5f6-4711-8899-aabbccddeeff
Content-Type: multipart/alternative; differences=Content-Type;
\tboundary="b2c3d4e5-f6a1-4711-8899-aabbccddeeff"

--b2c3d4e5-f6a1-4711-8899-aabbccddeeff
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

${Buffer.from(`<html><body>Your message to ${guest} couldn't be delivered.</body></html>`).toString('base64')}

--b2c3d4e5-f6a1-4711-8899-aabbccddeeff--

--a1b2c3d4-e5f6-4711-8899-aabbccddeeff
Content-Type: message/delivery-status

Reporting-MTA: dns;AM9PR01MB0001.eurprd01.prod.example.org
Received-From-MTA: dns;mail.example.com
Arrival-Date: Sun, 22 Nov 2026 10:00:06 +0000

Original-Recipient: rfc822;${guest}
Final-Recipient: rfc822;${guest}
Action: failed
Status: ${status}
Diagnostic-Code: smtp;${words.replace('; ', ';\n ')}

--a1b2c3d4-e5f6-4711-8899-aabbccddeeff
Content-Type: message/rfc822

From: Hotel <wifi@example.com>
To: <${guest}>
Subject: 123456 is your code

--a1b2c3d4-e5f6-4711-8899-aabbccddeeff--
`)
}

/** Gmail: related parts in front, the words of the server over several lines with the code repeated. */
export function gmailBounce({ to, guest, status = '5.1.1' }: Bounced): string {
  return crlf(`From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: ${to}
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
Message-ID: <6741f1a5.170a0220.1c4b2.0a1b.GMR@mx.google.com>
Date: Sun, 22 Nov 2026 02:00:05 -0800 (PST)
X-Failed-Recipients: ${guest}
Content-Type: multipart/report; boundary="000000000000f1b2c30627a1b2c3"; report-type=delivery-status

--000000000000f1b2c30627a1b2c3
Content-Type: multipart/related; boundary="000000000000f1b2c70627a1b2c4"

--000000000000f1b2c70627a1b2c4
Content-Type: multipart/alternative; boundary="000000000000f1b2cb0627a1b2c5"

--000000000000f1b2cb0627a1b2c5
Content-Type: text/plain; charset="UTF-8"

** Address not found **

Your message wasn't delivered to ${guest} because the address couldn't be found, or is unable to receive mail.

--000000000000f1b2cb0627a1b2c5--
--000000000000f1b2c70627a1b2c4--
--000000000000f1b2c30627a1b2c3
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Received-From-MTA: dns; wifi@example.com
Arrival-Date: Sun, 22 Nov 2026 02:00:04 -0800 (PST)
X-Original-Message-ID: <0199a7a0-5c00-7000-8000-00000000000b@example.com>

Final-Recipient: rfc822; ${guest}
Action: failed
Status: ${status}
Remote-MTA: dns; gmail-smtp-in.l.google.com. (192.0.2.27, the server for the domain
 gmail.com.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces. For more information, go to https://support.google.com/mail/?p=NoSuchUser a640c23a62f3a-aa50b52f2a4si98.123 - gsmtp
Last-Attempt-Date: Sun, 22 Nov 2026 02:00:05 -0800 (PST)

--000000000000f1b2c30627a1b2c3
Content-Type: message/rfc822

To: ${guest}
Subject: 123456 is your code

--000000000000f1b2c30627a1b2c3--
`)
}

/** qmail's own format: no report, words for people, the whole mail below a line. */
export function qmailBounce({ to, guest, said = '550 5.1.1 unknown user' }: Bounced): string {
  return crlf(`Return-Path: <>
Date: 22 Nov 2026 10:00:05 -0000
From: MAILER-DAEMON@mail.example.net
To: ${to}
Subject: failure notice

Hi. This is the qmail-send program at mail.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${guest}>:
192.0.2.25 does not like recipient.
Remote host said: ${said}
Giving up on 192.0.2.25.

--- Below this line is a copy of the message.

Return-Path: <${to}>
Subject: 123456 is your code

5.7.1 is what the text of this mail happens to say.
`)
}

/** A guest's holiday notice: it comes to the return address, and from the guest. */
export function vacationReply({ to, guest }: Bounced): string {
  return crlf(`Return-Path: <>
From: Guest <${guest}>
To: ${to}
Subject: Out of office: Re: 123456 is your code
Auto-Submitted: auto-replied (vacation)
Precedence: bulk
Content-Type: text/plain; charset=utf-8

I am away and my mailbox was not found useful. 550 5.1.1 is my room number. Delivery failed until Monday.
`)
}

/** A complaint as a mailbox provider's feedback loop sends it: to whom the operator registered, the return address inside. */
export function complaint({ to, guest, feedback = 'abuse' }: Bounced & { feedback?: string }): string {
  return crlf(`From: <feedback@provider.example>
To: <abuse@example.com>
Date: Sun, 22 Nov 2026 11:00:00 +0000
Subject: FW: 123456 is your code
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report;
 boundary="part1_13d.2e68ed54_boundary"

--part1_13d.2e68ed54_boundary
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report for an email message received from IP 192.0.2.1.

--part1_13d.2e68ed54_boundary
Content-Type: message/feedback-report

Feedback-Type: ${feedback}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <${to}>
Original-Rcpt-To: <${guest}>

--part1_13d.2e68ed54_boundary
Content-Type: message/rfc822
Content-Disposition: inline

From: <wifi@example.com>
To: <${guest}>
Subject: 123456 is your code

123456 is your code.

--part1_13d.2e68ed54_boundary--
`)
}
