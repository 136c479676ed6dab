// The console's sign-in: a session cookie, a form token, a count of wrong passwords. No account exists, none can be made.
import { createHmac, randomBytes } from "node:crypto";
import { readBody, readCookies } from "./http.mjs";
import { readTexts } from "./pages.mjs";

const ATTEMPTS = 5;
const PAUSE_SECONDS = 900;

/** Returns a function that works out the sign-in page for one request: its status, its texts, its cookies. */
export function consoleSession() {
  const secret = randomBytes(32);
  const tokenOf = (id) => createHmac("sha256", secret).update(id).digest("base64url").slice(0, 22);

  return async (request, { page, language }) => {
    const cookies = readCookies(request);
    const id = /^[\w-]{22}$/.test(cookies.hc_session ?? "")
      ? cookies.hc_session
      : randomBytes(16).toString("base64url");
    const setCookies = [`hc_session=${id}; Path=/; HttpOnly; SameSite=Lax`];
    const tried = Number(cookies.hc_guard) || 0;
    let problem = tried >= ATTEMPTS ? "pause" : "";
    if (request.method === "POST" && !problem) {
      const form = new URLSearchParams(await readBody(request));
      problem = form.get("token") === tokenOf(id) ? "wrong" : "expired";
      if (problem === "wrong") {
        setCookies.push(`hc_guard=${tried + 1}; Max-Age=${PAUSE_SECONDS}; Path=/; HttpOnly; SameSite=Strict`);
      }
    }
    return {
      page,
      language,
      status: { pause: 429, wrong: 401, expired: 403 }[problem] ?? 200,
      values: { token: tokenOf(id), problem: problem ? alert(readTexts(language)[problem]) : "" },
      headers: { "Set-Cookie": setCookies },
    };
  };
}

const alert = (text) => `<p class="problem" role="alert" id="problem">${text}</p>`;
