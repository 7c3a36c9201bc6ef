@echo off
rem Starts autogen on Windows from the directory that holds bin\ and lib\. Needs nothing but a JDK 17 or newer.
rem
rem "autogen --prepare-start", run once after unpacking by someone who may write to lib\, makes every later start faster:
rem it lets the JVM keep the classes in the form it wants them.
setlocal disabledelayedexpansion
for %%i in ("%~dp0..") do set "home=%%~fi"

set "java="
if defined JAVA_HOME goto java_home
for %%i in (java.exe) do set "java=%%~$PATH:i"
if not "%java%"=="" goto found
echo autogen: no Java found. Install a JDK 17 or newer, or let JAVA_HOME point at one. 1>&2
exit /b 2

:java_home
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto found
echo autogen: no Java found at JAVA_HOME ("%JAVA_HOME%"). Install a JDK 17 or newer, or let JAVA_HOME point at one. 1>&2
exit /b 2

:found
rem A JDK says its version in a file, which is read in no time; asking the JVM would double the time to start.
set "version="
for %%i in ("%java%") do set "release=%%~dpi..\release"
if exist "%release%" for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%release%"') do set "version=%%~v"
set "major=17"
if not "%version%"=="" for /f "delims=." %%m in ("%version%") do set "major=%%m"
if %major% geq 17 goto start
echo autogen: Java %version% at "%java%" is too old. Install a JDK 17 or newer, or let JAVA_HOME point at one. 1>&2
exit /b 2

:start
rem Commands live for seconds: the second compiler, a concurrent collector and collecting early cost more than they gain.
rem The JVM's own warnings would go to standard output, among them that an archive does not fit and is not used.
set "options=-XX:TieredStopAtLevel=1 -XX:+UseParallelGC -XX:NewSize=256m -XX:MetaspaceSize=128m -XX:-UsePerfData -Xshare:auto -Xlog:disable -Dfile.encoding=UTF-8"
set "archive=%home%\lib\classes-%version%.jsa"
if "%~1"=="--prepare-start" goto prepare
if exist "%archive%" goto faster
"%java%" %options% -cp "%home%\lib\*" dev.autogen.cli.Main %*
exit /b %errorlevel%

:faster
"%java%" %options% -XX:SharedArchiveFile="%archive%" -cp "%home%\lib\*" dev.autogen.cli.Main %*
exit /b %errorlevel%

:prepare
"%java%" %options% -XX:ArchiveClassesAtExit="%archive%" -cp "%home%\lib\*" dev.autogen.cli.SharedClasses
exit /b %errorlevel%
