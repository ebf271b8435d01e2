<?php
// Starts WordPress without a database, with the plugin active: the folders of both are the first arguments. It looks for
// `content/db.php` also below its own folder, before it knows of this one.

$_SERVER += array( 'HTTP_HOST' => 'localhost', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/' );
list( , $wordpress, $plugins ) = $argv;

// While it is being installed, WordPress wants no tables.
define( 'WP_INSTALLING', true );
define( 'ABSPATH', rtrim( $wordpress, '/' ) . '/' );
define( 'WP_CONTENT_DIR', __DIR__ . '/content' );
define( 'WP_PLUGIN_DIR', realpath( $plugins ) );
define( 'WP_PLUGIN_URL', '/wp-content/plugins' );
define( 'WP_SITEURL', '' );
define( 'WP_HOME', '' );
foreach ( array( 'DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_HOST', 'DB_CHARSET', 'DB_COLLATE' ) as $name ) {
	define( $name, '' );
}
$table_prefix = 'wp_';
error_reporting( E_ALL & ~E_DEPRECATED );
require ABSPATH . 'wp-settings.php';
