package org.corridor.account.infrastructure.interest;

/** The statements about interest. An end of day is the midnight, UTC, after it. */
final class InterestSql {

  static final String MY_TRANSACTION = "select pg_current_xact_id()::text";
  static final String OLDER_HAVE_ENDED = "select pg_snapshot_xmin(pg_current_snapshot()) > ?::xid8";

  /** Accounts that were closed since still bear the interest of the day. */
  static final String BEARING =
      """
      select account.id from account join product on product.id = account.product_id
       where (?::uuid is null or account.id > ?)
         and product.day_count is not null
         and (?::text[] is null or product.capitalisation = any (?))
         and account.opened_at < ? and (account.closed_at is null or account.closed_at >= ?)
       order by account.id limit ?
      """;

  static final String CURRENCIES =
      "select distinct currency from product where day_count is not null";

  /** The balance row says it, unless something was booked since. */
  static final String END_BALANCES =
      """
      select account.id, product.credit_rate, product.debit_rate, product.day_count,
             product.capitalisation,
             case when balance.last_booked_at is null or balance.last_booked_at < ?
                  then balance.booked
                  else coalesce((select entry.balance_after from entry
                                  where entry.account_id = account.id and entry.booked_at < ?
                                  order by entry.booked_at desc, entry.seq desc limit 1), 0)
              end as booked
        from account
        join product on product.id = account.product_id
        join account_balance balance on balance.account_id = account.id
       where account.id = any (?::uuid[]) and product.day_count is not null
      """;

  static final String ACCRUE =
      """
      insert into interest_accrual (account_id, business_date, side, balance, parts)
      select account_id, ?, side, balance, parts
        from unnest(?::uuid[], ?::text[], ?::bigint[], ?::numeric[])
          as added (account_id, side, balance, parts)
       order by account_id
      on conflict do nothing
      """;

  /** In the order of ids, so that two who lock the same accounts do not wait for each other. */
  static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended('interest/' || id, 0))
        from (select unnest(?::uuid[]) as id order by 1) accounts
      """;

  /** What the last payment has left, and what has accrued since. */
  static final String OPEN =
      """
      with paid as (
        select distinct on (account_id, side) account_id, side, business_date, carried
          from interest_payment where account_id = any (?::uuid[])
         order by account_id, side, business_date desc)
      select open.account_id, open.side, account.currency, sum(open.parts) as parts
        from (select account_id, side, carried as parts from paid
              union all
              select accrual.account_id, accrual.side, accrual.parts
                from interest_accrual accrual
                left join paid on paid.account_id = accrual.account_id
                              and paid.side = accrual.side
               where accrual.account_id = any (?::uuid[]) and accrual.business_date <= ?
                 and (paid.business_date is null
                      or accrual.business_date > paid.business_date)) open
        join account on account.id = open.account_id
       group by open.account_id, open.side, account.currency
      """;

  static final String PAY =
      """
      insert into interest_payment
        (id, account_id, side, business_date, amount, currency, carried)
      select id, account_id, side, ?, amount, currency, carried
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::numeric[])
          as paid (id, account_id, side, amount, currency, carried)
      """;

  static final String UNBOOKED =
      """
      select id from interest_payment
       where booked_at is null and (?::uuid is null or id > ?) and business_date <= ?
       order by id limit ?
      """;

  static final String FRESH =
      "select id from interest_payment where booked_at is null and refusal is null"
          + " order by id limit ?";

  static final String PAYMENTS =
      "select * from interest_payment where id = any (?::uuid[]) order by id";

  static final String BOOKED =
      """
      update interest_payment set booked_at = ?, refusal = null
       where id = any (?::uuid[]) and booked_at is null returning id
      """;

  static final String REFUSED =
      """
      update interest_payment set refusal = refused.code
        from unnest(?::uuid[], ?::text[]) as refused (id, code)
       where interest_payment.id = refused.id and booked_at is null
      """;

  static final String HAS_UNBOOKED =
      "select exists (select from interest_payment where account_id = ? and booked_at is null)";

  /** A day that is over and not ended, at whose end there was something. */
  static final String HAS_UNACCRUED =
      """
      select exists (
        select from account
          join product on product.id = account.product_id,
          generate_series((select max(business_date) + 1 from end_of_day_run
                            where status = 'DONE')::timestamp,
                          ?::date - interval '1 day', interval '1 day') as day
         where account.id = ? and product.day_count is not null
           and coalesce((select entry.balance_after from entry
                          where entry.account_id = account.id
                            and entry.booked_at < (day + interval '1 day') at time zone 'UTC'
                          order by entry.booked_at desc, entry.seq desc limit 1), 0) <> 0)
      """;

  private InterestSql() {}
}
