<?php
// Prints a post as WordPress shows it, without a database: `php render.php WORDPRESS PLUGINS ROLE < POST`. The pipeline is
// WordPress's own: blocks, texturize, paragraphs, shortcodes, enqueued scripts. ROLE is `editor`, `author` (whose posts
// are filtered when they are saved), or `feed` for a post of an editor in a feed.

require __DIR__ . '/boot.php';
$role = $argv[3];
$post = stream_get_contents( STDIN );
if ( 'author' === $role ) {
	$post = wp_unslash( wp_filter_post_kses( wp_slash( $post ) ) );
}
$wp_query->is_feed = 'feed' === $role;
echo apply_filters( 'the_content', $post );
if ( 'feed' !== $role ) {
	wp_print_scripts();
}
