using System.Collections.Immutable;
using Outreach.Content.Storage;

namespace Outreach.Referrals.Storage;

/// <summary>The tables of this project, for <see cref="SqliteDatabase.Open"/>.</summary>
public static class ReferralMigrations
{
    /// <summary>All steps.</summary>
    public static ImmutableArray<Migration> All { get; } =
    [
        // In clear only what sorts; never where somebody comes from, a name or a number. Partial indexes end with closed_at,
        // without which they would not cover (storage.md, 1).
        new("referrals", 1, """
            CREATE TABLE referral(
              id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, queue INTEGER NOT NULL, region TEXT NOT NULL, programme TEXT NOT NULL,
              priority INTEGER NOT NULL, status INTEGER NOT NULL, assignee INTEGER, lang TEXT NOT NULL, channel TEXT NOT NULL,
              received_at INTEGER NOT NULL, due_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, closed_at INTEGER, erase_at INTEGER,
              version INTEGER NOT NULL, summary BLOB NOT NULL) STRICT;
            CREATE TABLE referral_body(id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
            CREATE TABLE referral_key(id INTEGER PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
            CREATE TABLE referral_event(id INTEGER NOT NULL, number INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY(id, number)) STRICT, WITHOUT ROWID;
            CREATE TABLE referral_once(once BLOB PRIMARY KEY, ref TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE referral_outbox(number INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT NOT NULL, entry INTEGER NOT NULL) STRICT;
            CREATE TABLE referral_receipt(ref TEXT PRIMARY KEY, erased_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            CREATE INDEX referral_all ON referral(queue, priority DESC, due_at, ref, region, programme, status, assignee, lang, closed_at) WHERE closed_at IS NULL;
            CREATE INDEX referral_region ON referral(queue, region, priority DESC, due_at, ref, programme, status, assignee, lang, closed_at) WHERE closed_at IS NULL;
            CREATE INDEX referral_mine ON referral(assignee, priority DESC, due_at, ref, queue, region, programme, status, lang, closed_at) WHERE closed_at IS NULL AND assignee IS NOT NULL;
            CREATE INDEX referral_erase ON referral(erase_at) WHERE erase_at IS NOT NULL;
            """),
        new("referrals", 2, "CREATE INDEX referral_closed ON referral(queue, closed_at DESC, ref, region, programme, status, assignee, lang) WHERE closed_at IS NOT NULL;"),
        new("notices", 1, """
            CREATE TABLE alert(
              number INTEGER PRIMARY KEY AUTOINCREMENT, once BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, place TEXT, lang TEXT NOT NULL,
              at INTEGER NOT NULL, acknowledged_by INTEGER, acknowledged_at INTEGER, wrapped BLOB, detail BLOB) STRICT;
            CREATE INDEX alert_open ON alert(at) WHERE acknowledged_by IS NULL;
            CREATE INDEX alert_at ON alert(at);
            CREATE TABLE unanswered(lang TEXT NOT NULL, words TEXT NOT NULL, asker BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(lang, words, asker)) STRICT, WITHOUT ROWID;
            """),
        new("notices", 2, "ALTER TABLE unanswered ADD COLUMN place TEXT;"),
        // What was counted already stands apart from the counts, and is no key to them.
        new("notices", 3, """
            CREATE TABLE helped(page TEXT NOT NULL, lang TEXT NOT NULL, place TEXT NOT NULL, yes INTEGER NOT NULL, no INTEGER NOT NULL, PRIMARY KEY(page, lang, place)) STRICT, WITHOUT ROWID;
            CREATE TABLE counted(once BLOB PRIMARY KEY, day INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            """),
        // Published changes are laid over the content in the order of place; there are few, and no row ever goes.
        new("changes", 1, """
            CREATE TABLE content_change(
              number INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, contact TEXT, before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL, puts_back INTEGER,
              author INTEGER NOT NULL, at INTEGER NOT NULL, state INTEGER NOT NULL, decided_by INTEGER, decided_at INTEGER, place INTEGER, once TEXT NOT NULL, UNIQUE(author, once)) STRICT;
            CREATE INDEX content_change_part ON content_change(file, contact);
            CREATE INDEX content_change_place ON content_change(state, place);
            """),
        new("staff", 1, """
            CREATE TABLE staff(
              id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, role INTEGER NOT NULL, regions TEXT NOT NULL, password TEXT NOT NULL,
              totp_key BLOB, totp_secret BLOB, totp_step INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, disabled_at INTEGER) STRICT;
            CREATE TABLE staff_session(token BLOB PRIMARY KEY, staff INTEGER NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            """),
        new("staff", 2, "ALTER TABLE staff ADD COLUMN language TEXT;"),
        new("audit", 1, """
            CREATE TABLE audit(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, detail BLOB NOT NULL, mac BLOB NOT NULL) STRICT;
            """),
    ];
}
