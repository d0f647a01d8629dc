import { spawn } from 'node:child_process';
import { Refusal } from './refusal.mjs';

const REMINDER_MS = 10_000;

/** The npm that started us when there is one, else the one on PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.[cm]?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
}

/** What went wrong, from npm's own words, and what to do about it. */
export function explainNpm(output) {
  const last = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line && !/complete log of this run/i.test(line));
  const said = (last.find((line) => !/^code |^errno |^syscall /.test(line)) ?? last[0] ?? '').slice(0, 200);
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|network/i.test(
      output,
    )
  ) {
    return new Refusal(
      `không tải được các gói vì không có mạng hoặc kho gói không trả lời (${said}); hãy kiểm tra mạng, proxy rồi chạy lại`,
      'the packages could not be downloaded: no network or no answer; check network and proxy and try again',
    );
  }
  if (/ENOSPC/.test(output))
    return new Refusal(
      'đĩa đầy khi cài các gói; hãy dọn chỗ (cần khoảng 1 GB) rồi chạy lại',
      'the disk is full; free about 1 GB and try again',
    );
  if (/EUSAGE|in sync/.test(output)) {
    return new Refusal(
      'package.json và package-lock.json không khớp nhau; hãy lấy lại bản gốc (git checkout) hoặc chạy "npm install"',
      'package.json and package-lock.json disagree; restore them (git checkout) or run "npm install"',
    );
  }
  return new Refusal(
    `npm ci thất bại: ${said || 'không rõ lý do'}; hãy chạy "npm ci" để xem chi tiết`,
    'npm ci failed; run "npm ci" to see the details',
  );
}

/** Runs `npm ci`, saying that it does and that it still does. Warnings about the old Node's age are npm's, not ours. */
export function npmCi(root) {
  const startedMs = Date.now();
  const seconds = () => Math.round((Date.now() - startedMs) / 1000);
  console.log('… đang cài các gói lần đầu hoặc sau khi cập nhật (npm ci) / installing the packages');
  const [command, args] = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(
      command,
      [
        ...args,
        'ci',
        '--loglevel=error',
        '--no-audit',
        '--no-fund',
        '--include=dev',
        '--include=optional',
        '--fetch-retries=1',
      ],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const reminder = setInterval(
      () => console.log(`… vẫn đang cài các gói / still installing (${seconds()} s)`),
      REMINDER_MS,
    );
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
    child.once('error', () => {
      clearInterval(reminder);
      reject(
        new Refusal(
          'không tìm thấy npm; hãy cài Node kèm npm từ https://nodejs.org rồi chạy lại',
          'npm was not found; install Node with npm and try again',
        ),
      );
    });
    child.once('close', (code, signal) => {
      clearInterval(reminder);
      if (code === 0) {
        console.log(`✓ đã cài các gói / packages installed (${seconds()} s)`);
        resolve();
      } else reject(signal ? new Refusal('đã ngừng cài các gói', 'installation interrupted') : explainNpm(output));
    });
  });
}
