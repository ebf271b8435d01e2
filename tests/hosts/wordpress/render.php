<?php
// Prints a post as WordPress shows it, without a database: `php render.php WORDPRESS PLUGINS [author|feed] < POST`.
// The pipeline is WordPress's own: blocks, texturize, paragraphs, shortcodes, enqueued scripts.

$_SERVER += array( 'HTTP_HOST' => 'localhost', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/' );
list( , $wordpress, $plugins ) = $argv;
$as = $argv[3] ?? 'editor';

// WordPress wants MySQL unless a database of another kind lies here.
copy( __DIR__ . '/content/db.php', "$wordpress/wp-content/db.php" );
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
$post = stream_get_contents( STDIN );
if ( 'author' === $as ) {
	$post = wp_kses_post( $post );
}
echo apply_filters( 'the_content', $post );
wp_print_scripts();
wp_print_footer_scripts();
