# A practice log with the practices of log.sql.
kindly practice look --instant --guide events </dev/null >/dev/null
log=$HOME/.local/share/kindly/practice.db
sqlite3 "$log" 'DELETE FROM session'
sqlite3 "$log" <"$CASE/../log.sql"
