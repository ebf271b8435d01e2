<?php
// `php unzip.php ZIP FOLDER`: prints every file of a zip with whether the folder has the same.

list( , $zip, $folder ) = $argv;
foreach ( new RecursiveIteratorIterator( new PharData( $zip ) ) as $file ) {
	$name = substr( $file->getPathname(), strlen( "phar://$zip/" ) );
	echo $name, ' ', file_get_contents( $file->getPathname() ) === @file_get_contents( "$folder/$name" ) ? 'same' : 'other', "\n";
}
