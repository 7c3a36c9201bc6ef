package dev.autogen.scratch;

import java.util.List;

/** The text of postgresql.conf: a small server for one user's schema work, reachable from this machine alone. */
enum ServerSettings {
    /** Data outlive the server, so nothing is risked for speed. */
    KEPT("", List.of()),

    /** Data are thrown away, so nothing is ever waited for. */
    TEMPORARY("""
            fsync = off
            full_page_writes = off
            synchronous_commit = off
            """, List.of("--no-sync", "--wal-segsize=1"));

    private final String durability;
    private final List<String> initdbOptions;

    ServerSettings(String durability, List<String> initdbOptions) {
        this.durability = durability;
        this.initdbOptions = initdbOptions;
    }

    /** What initdb is told beside what it is always told. */
    List<String> initdbOptions() {
        return initdbOptions;
    }

    String text(int port) {
        return """
                # Written by autogen at every start of this server; what is changed here is lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                # A schema of thousands of tables is created and dropped in one transaction.
                max_locks_per_transaction = 1024
                shared_buffers = '32MB'
                wal_level = minimal
                max_wal_senders = 0
                max_logical_replication_workers = 0
                min_wal_size = '32MB'
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.english'
                %s""".formatted(port, durability);
    }
}
